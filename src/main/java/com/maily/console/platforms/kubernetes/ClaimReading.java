package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.WorkloadFacts.Claim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;

/** What is shown of a PersistentVolumeClaim. Pure. */
final class ClaimReading {

    private ClaimReading() { }

    static Claim of(PersistentVolumeClaim claim) {
        var status = Optional.ofNullable(claim.getStatus());
        Map<String, Quantity> capacity = status.map(known -> known.getCapacity()).orElse(Map.of());
        return new Claim(claim.getMetadata().getName(), status.map(known -> known.getPhase()).orElse("unknown"),
                Optional.ofNullable(capacity.get("storage")).map(Quantity::toString).orElse(""),
                Optional.ofNullable(claim.getSpec().getStorageClassName()).orElse(""));
    }
}
