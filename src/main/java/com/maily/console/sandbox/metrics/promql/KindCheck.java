package com.maily.console.sandbox.metrics.promql;

/** Refuses expressions that can never be evaluated, in Prometheus' words. */
final class KindCheck {

    private final Tokens tokens;

    KindCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    void expect(Expression expression, ValueKind wanted, String where) {
        if (expression.kind() != wanted) {
            throw tokens.error(expression.at(),
                    "expected type " + wanted.words() + " in " + where + ", got " + expression.kind().words());
        }
    }

    void boolAllowed(Operator operator, int at) {
        if (!operator.compares()) {
            throw tokens.error(at, "bool modifier can only be used on comparison operators");
        }
    }

    Expression negated(Expression.Negated negated) {
        return switch (negated.inner().kind()) {
            case SCALAR, VECTOR -> negated;
            case STRING, MATRIX -> throw tokens.error(negated.at(), "unary expression only allowed on expressions of type scalar"
                    + " or instant vector, got \"" + negated.inner().kind().words() + '"');
        };
    }

    /** @param sign offset of the operator @param matched whether it was told how to match */
    Expression binary(Expression.Binary binary, int sign, boolean matched) {
        numeric(binary.left());
        numeric(binary.right());
        boolean vectors = binary.left().kind() == ValueKind.VECTOR && binary.right().kind() == ValueKind.VECTOR;
        if (!vectors && binary.operator().isSet()) {
            throw tokens.error(binary.at(), "set operator \"" + binary.operator().sign()
                    + "\" not allowed in binary scalar expression");
        }
        if (!vectors && matched) {
            throw tokens.error(binary.at(), "vector matching only allowed between instant vectors");
        }
        if (binary.kind() == ValueKind.SCALAR && binary.operator().compares() && !binary.asBool()) {
            throw tokens.error(sign, "comparisons between scalars must use BOOL modifier");
        }
        return binary;
    }

    private void numeric(Expression side) {
        if (side.kind() != ValueKind.SCALAR && side.kind() != ValueKind.VECTOR) {
            throw tokens.error(side.at(), "binary expression must contain only scalar and instant vector types");
        }
    }

    Expression call(Expression.Call call) {
        Function function = call.function();
        int given = call.arguments().size();
        int most = function.parameters().size();
        if (given < function.atLeast() || given > most) {
            String few = function.atLeast() == most ? "expected " : given < most ? "expected at least " : "expected at most ";
            throw tokens.error(call.at(), few + (given < most ? function.atLeast() : most) + " argument(s) in call to \""
                    + function.word() + "\", got " + given);
        }
        for (int i = 0; i < given; i++) {
            expect(call.arguments().get(i), function.parameters().get(i), "call to function \"" + function.word() + '"');
        }
        return call;
    }
}
