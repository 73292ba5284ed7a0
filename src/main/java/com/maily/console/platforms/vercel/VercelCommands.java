package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Artifact;

/** What somebody would type into Vercel's own command line tool for the same effect. */
final class VercelCommands {

    private VercelCommands() { }

    static String build(Artifact.Build build) {
        return "git checkout " + build.commit() + " && vercel deploy --prod --skip-domain";
    }

    static String promote(String deployment) {
        return "vercel promote " + deployment;
    }

    static String rollback(String deployment) {
        return "vercel rollback " + deployment;
    }

    static String cancel(String deployment) {
        return "vercel remove " + deployment;
    }

    static String start(String deployment) {
        return "vercel rolling-release start --dpl=" + deployment;
    }

    static String approve(String deployment, int activeStage) {
        return "vercel rolling-release approve --dpl=" + deployment + " --currentStageIndex=" + activeStage;
    }

    static String complete(String deployment) {
        return "vercel rolling-release complete --dpl=" + deployment;
    }

    static String abort(String deployment) {
        return "vercel rolling-release abort --dpl=" + deployment;
    }
}
