package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

    @Test
    void secretsAreDotsAndWhatAControllerAddsIsLeftOut() {
        PodTemplateSpec template = Serialization.unmarshal("""
                metadata: {labels: {app: web, pod-template-hash: abc}}
                spec:
                  containers:
                  - name: web
                    image: registry.local/web:1.0.0
                    env:
                    - {name: STRIPE_API_KEY, value: sk_live_1}
                    - {name: DB_PASSWORD, value: hunter2}
                    - {name: REDIS_URL, value: "redis://user:geheim@redis:6379"}
                    - {name: LOG_LEVEL, value: info}
                    - {name: TOKEN_FROM, valueFrom: {secretKeyRef: {name: s, key: k}}}
                """, PodTemplateSpec.class);
        String text = TemplateText.of(template);
        assertThat(text).doesNotContain("sk_live_1", "hunter2", "geheim", "pod-template-hash", "abc")
                .contains("redis://user:" + TemplateText.HIDDEN + "@redis:6379", "info", "registry.local/web:1.0.0",
                "secretKeyRef");
        assertThat(text.split(TemplateText.HIDDEN, -1)).hasSize(4);
    }
}
