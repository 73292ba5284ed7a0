package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.Kept;
import com.maily.console.platforms.http.Remote;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;

/**
 * Where an EKS cluster is and the tokens it lets us in with, made in this process: no AWS command line is needed, and no token is
 * ever written down. Contacts nobody before it is asked. Safe for use by several threads.
 */
public final class EksCluster implements Remote {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EksName name;
    private final AwsCredentialsProvider credentials;
    private final Optional<URI> api;
    private final Clock clock;
    private final Kept<Cluster> described;
    private final Kept<String> token;

    EksCluster(EksName name, AwsCredentialsProvider credentials, Optional<URI> api, Clock clock) {
        this.name = name;
        this.credentials = credentials;
        this.api = api;
        this.clock = clock;
        this.described = new Kept<>(() -> new Kept.Fresh<>(describe(), Optional.empty()), clock);
        this.token = new Kept<>(() -> new Kept.Fresh<>(sign(), Optional.of(clock.instant().plus(EksToken.LIFE))), clock);
    }

    /** With the credentials of the name's profile. @throws FailureException when its region is not known */
    public static EksCluster of(EksName name) {
        return new EksCluster(AwsProfile.withRegion(name), AwsProfile.credentials(name), Optional.empty(), Clock.systemUTC());
    }

    @Override
    public URI server() {
        return URI.create(described.get().endpoint());
    }

    @Override
    public String authority() {
        return described.get().certificateAuthority().data();
    }

    @Override
    public String current() {
        return token.get();
    }

    @Override
    public void refused(String refused) {
        token.refused(refused);
    }

    private String sign() {
        return asking("Signing in to the EKS cluster " + name.cluster(),
                () -> EksToken.of(name.cluster(), name.region(), credentials.resolveCredentials(), clock));
    }

    private Cluster describe() {
        String action = "Looking up the EKS cluster " + name.cluster();
        Cluster cluster = asking(action, () -> {
            try (EksClient client = client()) {
                return client.describeCluster(request -> request.name(name.cluster())).cluster();
            }
        });
        if (cluster.endpoint() == null || cluster.certificateAuthority() == null) {
            throw new FailureException(new Failure.Unreachable(action + " failed", "The cluster is " + cluster.statusAsString()
                    + " and has no address yet.", "Try again when it is ACTIVE."));
        }
        return cluster;
    }

    private EksClient client() {
        var builder = EksClient.builder().region(Region.of(name.region())).credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).overrideConfiguration(limits -> limits
                        .apiCallTimeout(PATIENCE).apiCallAttemptTimeout(PATIENCE.dividedBy(2)));
        api.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private <T> T asking(String action, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException error) {
            throw new FailureException(EksFailures.of(action, error, name.profile()), error);
        }
    }
}
