package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Credentials and region for an EKS cluster, from a profile in the shared AWS files. */
final class AwsProfile {

    private AwsProfile() { }

    /** With a role, its short-lived credentials, taken on with those of the profile. */
    static AwsCredentialsProvider credentials(EksName name) {
        AwsCredentialsProvider own = AwsCredentials.of(name.profile().isEmpty() ? Map.of() : Map.of("profile", name.profile()));
        return name.role().isEmpty() ? own : AwsCredentials.assuming(name.role(), StsClient.builder()
                .region(Region.of(withRegion(name).region())).credentialsProvider(own)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    }

    /** The name with its region, from the profile or the environment where it has none. */
    static EksName withRegion(EksName name) {
        if (!name.region().isEmpty()) {
            return name;
        }
        String region = environment("AWS_REGION").or(() -> environment("AWS_DEFAULT_REGION")).or(() -> ofProfile(name.profile()))
                .orElseThrow(() -> new FailureException(new Failure.Rejected("Signing in to the EKS cluster " + name.cluster()
                        + " failed", "Its region is not known.", "Set eks.region of the connection in the workspace file.")));
        return new EksName(name.cluster(), region, name.profile(), name.role());
    }

    private static Optional<String> environment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    private static Optional<String> ofProfile(String profile) {
        try {
            return ProfileFile.defaultProfileFile().profile(profile.isEmpty() ? "default" : profile)
                    .flatMap(one -> one.property(ProfileProperty.REGION));
        } catch (SdkClientException unreadable) {
            return Optional.empty();
        }
    }
}
