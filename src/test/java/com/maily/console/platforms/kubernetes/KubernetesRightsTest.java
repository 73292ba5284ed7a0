package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Rights.Action;
import com.maily.console.core.port.RightsContract;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesRightsTest extends RightsContract {

    private SandboxWorld world;

    @Override
    protected Harness open() throws Exception {
        world = new SandboxWorld(Routing.GATEWAY_API);
        return world;
    }

    @Test
    void theClusterIsAskedOnceNotEachTime() {
        assertThat(world.rights().may(world.component(), Action.SET_IMAGE)).isInstanceOf(Permission.Allowed.class);
        world.faults().next(1_000, "POST", "selfsubjectaccessreviews", new Fault.Code(500));
        assertThat(world.rights().may(world.component(), Action.SET_IMAGE)).isInstanceOf(Permission.Allowed.class);
    }

    @Test
    void whatTheClusterDoesNotAnswerIsUnknownAndMayBeTried() {
        world.face().refuseConnections();
        Permission permission = world.rights().may(world.component(), Action.SHIFT);
        assertThat(permission).isInstanceOf(Permission.Unknown.class);
        assertThat(permission.refusal()).isEmpty();
        assertThat(((Permission.Unknown) permission).why()).contains("connection was refused");
        assertThat(world.rights().known(world.component(), Action.SHIFT)).isInstanceOf(Permission.Unknown.class);
        world.face().acceptConnections();
        assertThat(world.rights().may(world.component(), Action.SHIFT)).as("a silence is not remembered")
                .isInstanceOf(Permission.Allowed.class);
    }

    @Test
    void aForbiddenRequestMakesItAskAgain() {
        assertThat(world.rights().may(world.component(), Action.SET_IMAGE)).isInstanceOf(Permission.Allowed.class);
        world.forbid("patch", "apps", "deployments");
        assertThat(world.rights().may(world.component(), Action.SET_IMAGE)).as("nobody told us yet")
                .isInstanceOf(Permission.Allowed.class);
        assertThatThrownBy(() -> world.deployer().deploy(world.component(), Track.STABLE, world.next()))
                .isInstanceOf(FailureException.class).hasMessageContaining("may not patch deployments");
        assertThat(world.rights().may(world.component(), Action.SET_IMAGE).refusal()).isPresent();
    }

    @Test
    void otherCredentialsMakeItAskAgain() throws Exception {
        assertThat(world.rights().may(world.component(), Action.UNDO).refusal()).isEmpty();
        world.face().logins().admit("of-a-viewer", "viewer");
        world.cluster().accounts().limit("viewer", List.of(Accounts.Rule.of("get", "*", "*"),
                Accounts.Rule.of("list", "*", "*")));
        Files.writeString(world.kubeconfig(), Files.readString(world.kubeconfig()).replace(world.face().token(), "of-a-viewer"));
        assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.running());
        assertThat(world.rights().may(world.component(), Action.UNDO).refusal().orElseThrow().why())
                .isEqualTo("Our account may not patch deployments in maily.");
    }

    @Test
    void eachKindOfWorkloadAndRouterNeedsItsOwn() {
        assertThat(NeededRights.of(component("statefulset/db", Routing.PLAIN), Action.UNDO)).extracting(Right::toString)
                .containsExactly("patch statefulsets", "list controllerrevisions");
        assertThat(NeededRights.of(component("rollout/api", new Routing(Routing.ARGO_ROLLOUTS, "api")), Action.SHIFT))
                .extracting(Right::granted).containsExactly("patch on rollouts.argoproj.io/status");
        assertThat(NeededRights.of(component("deployment/api", new Routing(Routing.FLAGGER, "api")), Action.SHIFT))
                .extracting(Right::verb).containsExactly("get");
    }

    private static Component component(String target, Routing routing) {
        return new Component("x", Criticality.CRITICAL, "kubernetes", target,
                routing, List.of(), List.of());
    }
}
