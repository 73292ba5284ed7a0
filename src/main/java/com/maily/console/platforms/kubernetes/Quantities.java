package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.WorkloadFacts.Amount;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Kubernetes quantities ({@code 500m}, {@code 2Gi}) as amounts. */
final class Quantities {

    private Quantities() { }

    /** @param quantity absent where nothing is used yet */
    static Amount amount(@Nullable Quantity quantity) {
        return quantity == null ? new Amount("0", BigDecimal.ZERO)
                : new Amount(quantity.toString(), quantity.getNumericalAmount());
    }

    static Amount amount(String text) {
        return amount(Quantity.parse(text));
    }
}
