package com.maily.console.platforms.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The token an EKS cluster lets us in with: a call of STS that only we can have signed, for the cluster to make in our name. The
 * recipe is that of aws-iam-authenticator (pkg/token/token.go): signed in the query, for sixty seconds, bound to the cluster by
 * the header {@code x-k8s-aws-id}. The cluster takes it for fifteen minutes whatever its own limit says.
 */
final class EksToken {

    static final Duration LIFE = Duration.ofMinutes(14);
    private static final String PREFIX = "k8s-aws-v1.";
    private static final Duration SIGNED_FOR = Duration.ofSeconds(60);

    private EksToken() { }

    static String of(String cluster, String region, AwsCredentialsIdentity credentials, Clock clock) {
        URI url = signed(cluster, region, credentials, clock);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(url.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static URI signed(String cluster, String region, AwsCredentialsIdentity credentials, Clock clock) {
        URI endpoint = StsClient.serviceMetadata().endpointFor(Region.of(region));
        String host = endpoint.getHost() == null ? endpoint.toString() : endpoint.getHost();
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).protocol("https").host(regional(host, region))
                .encodedPath("/").putRawQueryParameter("Action", "GetCallerIdentity").putRawQueryParameter("Version",
                "2011-06-15")
                .putHeader("x-k8s-aws-id", cluster).build();
        return AwsV4HttpSigner.create().sign(sign -> sign.identity(credentials).request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts").putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, SIGNED_FOR)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)).request().getUri();
    }

    /** Some SDK tables still send old regions to the global host, which is signed for another region. */
    private static String regional(String host, String region) {
        return host.equals("sts.amazonaws.com") ? "sts." + region + ".amazonaws.com" : host;
    }
}
