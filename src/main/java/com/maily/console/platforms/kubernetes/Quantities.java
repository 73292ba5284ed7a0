package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Compute;
import com.maily.console.core.port.WorkloadFacts.Amount;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kubernetes quantities ({@code 250m}, {@code 512Mi}, {@code 3812n}): as written, or as whole numbers, rounded up as
 * kubectl does.
 */
final class Quantities {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Quantities() { }

    /** @param quantity absent where nothing is used yet */
    static Amount amount(@Nullable Quantity quantity) {
        return quantity == null ? new Amount("0", BigDecimal.ZERO)
                : new Amount(quantity.toString(), quantity.getNumericalAmount());
    }

    static Amount amount(String text) {
        return amount(Quantity.parse(text));
    }

    static Compute compute(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? Compute.NONE
                : new Compute(whole(amounts.get("cpu"), THOUSAND), whole(amounts.get("memory"), BigDecimal.ONE));
    }

    private static long whole(@Nullable Quantity quantity, BigDecimal times) {
        return quantity == null ? 0 : quantity.getNumericalAmount().multiply(times).setScale(0, RoundingMode.CEILING).longValue();
    }
}
