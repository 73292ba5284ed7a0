package com.maily.console.platforms.aws;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Whose credentials requests are signed with, from the settings of a connection. Nothing is read before it is needed. */
final class AwsCredentials {

    private static final String SESSION = "maily-console";

    private AwsCredentials() { }

    /**
     * The profile that is named; else the SDK's own order, without asking for an instance's metadata, which a desktop waits for
     * in vain.
     */
    static AwsCredentialsProvider of(Map<String, String> settings) {
        Optional<String> profile = Optional.ofNullable(settings.get("profile"));
        Optional<ProfileFile> file = Optional.ofNullable(settings.get("credentials")).map(AwsCredentials::file);
        if (profile.isPresent() || file.isPresent()) {
            ProfileCredentialsProvider.Builder named = ProfileCredentialsProvider.builder();
            profile.ifPresent(named::profileName);
            file.ifPresent(named::profileFile);
            return named.build();
        }
        return AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                WebIdentityTokenFileCredentialsProvider.create(), ProfileCredentialsProvider.create(),
                ContainerCredentialsProvider.create());
    }

    /** Another role, taken on with what {@code sts} signs with. */
    static AwsCredentialsProvider assuming(String role, StsClient sts) {
        return StsAssumeRoleCredentialsProvider.builder().stsClient(sts)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION)).build();
    }

    private static ProfileFile file(String path) {
        return ProfileFile.builder().content(Path.of(path)).type(ProfileFile.Type.CREDENTIALS).build();
    }
}
