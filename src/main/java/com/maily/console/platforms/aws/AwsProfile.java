package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Credentials and region of a profile in the shared AWS files. Never asks an instance's metadata service: on a desktop there is
 * none, and waiting for it stalls the start.
 */
final class AwsProfile {

    private AwsProfile() { }

    /** With a role, its short-lived credentials, taken on with those of the profile. */
    static AwsCredentialsProvider credentials(EksName name) {
        AwsCredentialsProvider own = own(name.profile());
        if (name.role().isEmpty()) {
            return own;
        }
        StsClient sts = StsClient.builder().region(Region.of(withRegion(name).region())).credentialsProvider(own)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        return StsAssumeRoleCredentialsProvider.builder().stsClient(sts).refreshRequest(request -> request
                .roleArn(name.role()).roleSessionName("maily-console")).build();
    }

    private static AwsCredentialsProvider own(String profile) {
        return profile.isEmpty() ? AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(), ProfileCredentialsProvider.create())
                : ProfileCredentialsProvider.create(profile);
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
