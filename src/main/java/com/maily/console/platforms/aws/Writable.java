package com.maily.console.platforms.aws;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/** An action as it may be written back: what reading it keeps secret is kept by asking for it. */
final class Writable {

    private Writable() { }

    static Action of(Action read) {
        return read.authenticateOidcConfig() == null ? read
                : read.toBuilder().authenticateOidcConfig(read.authenticateOidcConfig().toBuilder().clientSecret(null)
                        .useExistingClientSecret(true).build()).build();
    }
}
