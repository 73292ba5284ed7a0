package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.platforms.kubernetes.KubernetesConnection;
import com.maily.console.platforms.kubernetes.KubernetesDeployer;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.EksTokenReview;
import com.maily.console.sandbox.cluster.KubernetesFace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that lets in only tokens as EKS checks them, reached through a kubeconfig that would run the AWS command line. */
class EksOverTheWireTest {

    private static final String ACCESS_KEY = "AKIDEXAMPLE";
    private static final String SECRET_KEY = "not-a-real-secret-access-key";

    @TempDir
    private Path folder;
    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    private final MailyBox box = MailyBox.create(clock, MailyBox.scenario("smooth"), 77);
    private final KubernetesFace face = new KubernetesFace(box.cluster(), clock);
    private final Workspace workspace = WorkspaceFile.maily(Map.of());

    @BeforeEach
    void credentials() {
        System.setProperty("aws.accessKeyId", ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", SECRET_KEY);
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        face.close();
    }

    @Test
    void aTokenMadeInThisProcessOpensTheClusterItIsBoundTo() throws Exception {
        face.logins().reviewBy(review("prod", SECRET_KEY));
        try (KubernetesConnection connection = ClusterAccess.open(Map.of("kubeconfig", kubeconfig().toString()), Time.WALL)) {
            assertThat(new KubernetesDeployer(connection).observe(api(), Track.STABLE).artifact()).isPresent();
        }
    }

    @Test
    void noOtherClusterAndNoOtherKeyIsOpenedByIt() throws Exception {
        for (EksTokenReview stranger : new EksTokenReview[] {review("staging", SECRET_KEY), review("prod", "another-key")}) {
            face.logins().reviewBy(stranger);
            try (KubernetesConnection connection = ClusterAccess.open(Map.of("kubeconfig", kubeconfig().toString()), Time.WALL)) {
                Failure failure = catchThrowableOfType(FailureException.class,
                        () -> new KubernetesDeployer(connection).observe(api(), Track.STABLE)).failure();
                assertThat(failure).isInstanceOf(Failure.Denied.class);
                assertThat(failure.sentence()).doesNotContain("k8s-aws-v1").doesNotContain(SECRET_KEY);
            }
        }
    }

    private static EksTokenReview review(String cluster, String secret) {
        return new EksTokenReview(cluster, ACCESS_KEY, secret, InstantSource.system(), Accounts.OWNER);
    }

    private Component api() {
        return workspace.component("api").orElseThrow();
    }

    private Path kubeconfig() throws Exception {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: prod
                contexts: [{name: prod, context: {cluster: prod, user: prod, namespace: maily}}]
                clusters: [{name: prod, cluster: {server: "%s"}}]
                users:
                - name: prod
                  user:
                    exec:
                      apiVersion: client.authentication.k8s.io/v1beta1
                      command: /nowhere/aws
                      args: [--region, eu-west-1, eks, get-token, --cluster-name, prod, --output, json]
                """.formatted(face.address()));
    }
}
