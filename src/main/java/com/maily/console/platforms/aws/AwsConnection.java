package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * One region of one AWS account, with the credentials it is asked with. Opening it contacts nobody. Safe for use by several
 * threads.
 */
public final class AwsConnection implements AutoCloseable {

    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(15);

    private final String region;
    private final String profile;
    private final StsClient base;
    private final StsClient sts;
    private final ElasticLoadBalancingV2Client balancers;
    private final Supplier<CloudWatchClient> asking;
    private @Nullable CloudWatchClient metrics;

    private AwsConnection(Map<String, String> settings) {
        this.region = settings.getOrDefault("region", "");
        this.profile = settings.getOrDefault("profile", "");
        Optional<URI> endpoint = Optional.ofNullable(settings.get("endpoint")).map(URI::create);
        AwsCredentialsProvider own = AwsCredentials.of(settings);
        this.base = built(StsClient.builder(), endpoint, own);
        Optional<AwsCredentialsProvider> role = Optional.ofNullable(settings.get("role")).map(arn -> AwsCredentials.assuming(arn,
                base));
        this.sts = role.map(assumed -> built(StsClient.builder(), endpoint, assumed)).orElse(base);
        this.balancers = built(ElasticLoadBalancingV2Client.builder(), endpoint, role.orElse(own));
        this.asking = () -> built(CloudWatchClient.builder(), endpoint, role.orElse(own));
    }

    /**
     * @param settings {@code region}, and optionally {@code profile}, {@code credentials} (a shared credentials file), {@code
     * role} (an ARN to
     *                 take on) and {@code endpoint}
     * @throws FailureException when the region is missing or a file cannot be read
     */
    public static AwsConnection open(Map<String, String> settings) {
        if (settings.getOrDefault("region", "").isBlank()) {
            throw new FailureException(new Failure.Rejected("AWS cannot be asked", "The connection names no region.",
                    "Add connections.aws.region in the workspace file."));
        }
        try {
            return new AwsConnection(settings);
        } catch (SdkException | IllegalArgumentException unusable) {
            throw new FailureException(AwsFailures.translate("Opening the connection to AWS", unusable,
                    settings.getOrDefault("profile", "")),
                    unusable);
        }
    }

    String region() {
        return region;
    }

    ElasticLoadBalancingV2Client balancers() {
        return balancers;
    }

    /** Built when it is first wanted: few connections are for metrics. */
    synchronized CloudWatchClient metrics() {
        if (metrics == null) {
            metrics = asking.get();
        }
        return metrics;
    }

    /** Whose credentials these are, as AWS itself says: an ARN. */
    public String caller() {
        return call("Asking AWS who we are", () -> sts.getCallerIdentity().arn());
    }

    /** @param action as it starts a sentence: {@code Reading the rule} */
    <T> T call(String action, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException error) {
            throw new FailureException(AwsFailures.translate(action, error, profile), error);
        } catch (RejectedExecutionException error) {
            throw new FailureException(new Failure.Unreachable(action + " was given up", "The connection is being closed.",
                    "Open the environment again."), error);
        }
    }

    /** Never repeats a request by itself: that is the business of the wrappers around ports, which know what may be repeated. */
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(B builder, Optional<URI> endpoint,
                                                                                    AwsCredentialsProvider credentials) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region)).credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(ATTEMPT))
                .overrideConfiguration(with -> with.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)).build();
    }

    @Override
    public synchronized void close() {
        if (metrics != null) {
            metrics.close();
        }
        balancers.close();
        sts.close();
        base.close();
    }
}
