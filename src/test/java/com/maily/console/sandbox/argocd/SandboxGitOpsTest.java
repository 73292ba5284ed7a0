package com.maily.console.sandbox.argocd;

import com.maily.console.core.port.GitOpsContract;
import com.maily.console.core.port.GitOpsHarness;

/** The in-memory port keeps the contract. */
class SandboxGitOpsTest extends GitOpsContract {

    @Override
    protected GitOpsHarness open() {
        return new ArgoWorldHarness(world -> new SandboxGitOps(world.box.argoCd(), "maily"), () -> { });
    }
}
