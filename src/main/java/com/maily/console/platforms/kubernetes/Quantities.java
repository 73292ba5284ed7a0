package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Compute;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Kubernetes quantities ({@code 250m}, {@code 512Mi}, {@code 3812n}) as whole numbers, rounded up as kubectl does. */
final class Quantities {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Quantities() { }

    static Compute compute(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? Compute.NONE
                : new Compute(whole(amounts.get("cpu"), THOUSAND), whole(amounts.get("memory"), BigDecimal.ONE));
    }

    private static long whole(@Nullable Quantity quantity, BigDecimal times) {
        return quantity == null ? 0 : quantity.getNumericalAmount().multiply(times).setScale(0, RoundingMode.CEILING).longValue();
    }
}
