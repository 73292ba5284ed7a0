package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects are taken as they are written, and what must not stand in the file is refused with its place. */
class ManifestSectionTest {

    private static final String REST = """
            name: Small
            components:
              - {name: api, criticality: critical, platform: kubernetes, target: deployment/api}
            environments:
              - name: production
                production: true
                connections:
                  kubernetes: {namespace: small}
            """;

    private static Workspace read(String manifests) {
        return WorkspaceFile.parse(REST + manifests, "small.yaml", Map.of());
    }

    @Test
    void anObjectIsTakenWithTheTypesItIsWrittenIn() {
        List<Manifest> limits = read("""
                manifests:
                  limits:
                    - apiVersion: autoscaling/v2
                      kind: HorizontalPodAutoscaler
                      metadata: {name: api}
                      spec: {maxReplicas: 8, behavior: {scaleDown: {stabilizationWindowSeconds: 300}}}
                """).manifests(Manifest.Purpose.LIMITS);

        assertThat(limits).containsExactly(new Manifest("autoscaling/v2", "HorizontalPodAutoscaler", "api",
                "{\"apiVersion\":\"autoscaling/v2\",\"kind\":\"HorizontalPodAutoscaler\",\"metadata\":{\"name\":\"api\"},"
                        + "\"spec\":{\"maxReplicas\":8,\"behavior\":{\"scaleDown\":{\"stabilizationWindowSeconds\":300}}}}"));
    }

    @Test
    void secretsAndNamespacesAndHalfObjectsAreRefusedTogether() {
        assertThatThrownBy(() -> read("""
                manifests:
                  limits:
                    - {apiVersion: v1, kind: Secret, metadata: {name: keys}, data: {a: Yg==}}
                    - {apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: other}}
                    - {apiVersion: v1, metadata: {name: q}}
                    - {apiVersion: v1, kind: ResourceQuota}
                """)).hasMessageContaining("small.yaml:11:").hasMessageContaining("secrets do not belong into this file")
                .hasMessageContaining("names a namespace").hasMessageContaining("has no kind")
                .hasMessageContaining("has no metadata.name")
                .message().doesNotContain("Yg==");
    }

    @Test
    void theSameObjectTwiceIsAMistake() {
        assertThatThrownBy(() -> read("""
                manifests:
                  policies:
                    - {apiVersion: v1, kind: ResourceQuota, metadata: {name: q}}
                    - {apiVersion: v1, kind: ResourceQuota, metadata: {name: q}}
                """)).hasMessageContaining("resourcequota/q");
    }
}
