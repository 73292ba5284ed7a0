package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Weight;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a router remembers of the shares that were in effect: the last one stays so until the next one is. Safe for use by several
 * threads.
 */
public final class LastShares {

    private final Map<String, Weight> confirmed = new ConcurrentHashMap<>();

    /**
     * The share in effect. While nothing was ever confirmed it is unknown, and given as one that is surely not settled.
     *
     * @param inEffect whether what is written is
     */
    public Weight observed(Component component, Weight desired, boolean inEffect) {
        if (inEffect) {
            confirmed.put(component.name(), desired);
            return desired;
        }
        Weight unsettled = desired.isZero() ? Weight.FULL : Weight.ZERO;
        Weight last = confirmed.getOrDefault(component.name(), unsettled);
        return last.equals(desired) ? unsettled : last;
    }
}
