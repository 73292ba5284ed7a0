package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a rollout may deviate from the wanted number of pods. A percentage of surge rounds up, one of unavailability down, and
 * when both come to nothing one pod may be unavailable, or the rollout could never move.
 */
record Bounds(boolean recreate, int wanted, int surge, int unavailable) {

    static Bounds of(JsonNode deployment) {
        JsonNode spec = deployment.path("spec");
        int wanted = Json.number(spec, "replicas");
        if (Json.text(spec, "strategy", "type").equals("Recreate")) {
            return new Bounds(true, wanted, 0, 0);
        }
        JsonNode rolling = Json.at(spec, "strategy", "rollingUpdate");
        int surge = (int) Math.ceil(part(rolling.path("maxSurge"), wanted));
        int unavailable = (int) Math.floor(part(rolling.path("maxUnavailable"), wanted));
        return new Bounds(false, wanted, surge, surge == 0 && unavailable == 0 ? 1 : Math.min(unavailable, wanted));
    }

    int most() {
        return wanted + surge;
    }

    int least() {
        return wanted - unavailable;
    }

    private static double part(JsonNode value, int whole) {
        String text = value.asText("0");
        return text.endsWith("%") ? Double.parseDouble(text.substring(0, text.length() - 1)) * whole / 100
                : Double.parseDouble(text);
    }
}
