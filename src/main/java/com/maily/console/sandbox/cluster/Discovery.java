package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the API server tells of itself: groups, resources, version, and as much OpenAPI as kubectl needs to trust its validation.
 */
final class Discovery {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final String AUTHORIZATION = "authorization.k8s.io/v1";

    private Discovery() { }

    /** Empty when the path is none of these. */
    static Optional<Answer> answer(Call call) {
        List<String> path = call.segments();
        if (!call.method().equals("GET") || path.isEmpty()) {
            return Optional.empty();
        }
        return switch (path.getFirst()) {
            case "healthz", "livez", "readyz" -> Optional.of(Answer.text(200, "ok"));
            case "version" -> Optional.of(Answer.json(200, version()));
            case "openapi" -> openApi(path);
            case "api" -> core(path);
            case "apis" -> groups(path);
            default -> Optional.empty();
        };
    }

    private static ObjectNode version() {
        return Json.object().put("major", "1").put("minor", "36").put("gitVersion", "v1.36.2").put("gitCommit", "maily-sandbox")
                .put("gitTreeState", "clean").put("buildDate", "2026-11-20T00:00:00Z").put("goVersion", "none")
                .put("compiler", "none")
                .put("platform", "sandbox");
    }

    private static Optional<Answer> core(List<String> path) {
        if (path.size() == 1) {
            ObjectNode versions = Json.object().put("kind", "APIVersions");
            versions.putArray("versions").add("v1");
            versions.putArray("serverAddressByClientCIDRs");
            return Optional.of(Answer.json(200, versions));
        }
        return path.size() == 2 && path.get(1).equals("v1") ? Optional.of(Answer.json(200, resources("v1"))) : Optional.empty();
    }

    private static Optional<Answer> groups(List<String> path) {
        if (path.size() == 1) {
            ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
            ArrayNode groups = list.putArray("groups");
            versions().stream().filter(version -> version.contains("/")).forEach(version -> groups.add(group(version)));
            return Optional.of(Answer.json(200, list));
        }
        if (path.size() == 2) {
            return versions().stream().filter(version -> version.startsWith(path.get(1) + "/")).findFirst()
                    .map(version -> Answer.json(200, group(version).put("kind", "APIGroup").put("apiVersion", "v1")));
        }
        String version = path.get(1) + "/" + path.get(2);
        return path.size() == 3 && versions().contains(version) ? Optional.of(Answer.json(200, resources(version)))
                : Optional.empty();
    }

    private static ObjectNode group(String version) {
        String name = version.substring(0, version.indexOf('/'));
        ObjectNode preferred = Json.object().put("groupVersion", version).put("version", version.substring(name.length() + 1));
        ObjectNode group = Json.object().put("name", name);
        group.putArray("versions").add(preferred);
        group.set("preferredVersion", preferred);
        return group;
    }

    private static List<String> versions() {
        List<String> versions = new ArrayList<>(Kinds.ALL.stream().map(Kind::apiVersion).distinct().toList());
        versions.add(AUTHORIZATION);
        versions.add(MetricsApi.VERSION);
        return versions;
    }

    private static ObjectNode resources(String version) {
        ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1").put("groupVersion", version);
        ArrayNode resources = list.putArray("resources");
        if (version.equals(AUTHORIZATION)) {
            resources.addObject().put("name", "selfsubjectaccessreviews").put("singularName", "selfsubjectaccessreview")
                    .put("namespaced", false).put("kind", "SelfSubjectAccessReview").putArray("verbs").add("create");
        }
        if (version.equals(MetricsApi.VERSION)) {
            resources.addObject().put("name", "pods").put("singularName", "").put("namespaced", true).put("kind", "PodMetrics")
                    .putArray("verbs").add("get").add("list");
        }
        Kinds.ALL.stream().filter(kind -> kind.apiVersion().equals(version)).forEach(kind -> resource(resources, kind));
        return list;
    }

    private static void resource(ArrayNode resources, Kind kind) {
        ObjectNode resource = resources.addObject().put("name", kind.plural()).put("singularName", kind.singular())
                .put("namespaced", kind.namespaced()).put("kind", kind.name());
        VERBS.forEach(resource.putArray("verbs")::add);
        if (!kind.shortNames().isEmpty()) {
            kind.shortNames().forEach(resource.putArray("shortNames")::add);
        }
        if (List.of("Pod", "Service", "Deployment", "ReplicaSet", "Job", "StatefulSet", "DaemonSet").contains(kind.name())) {
            resource.putArray("categories").add("all");
        }
        for (String part : kind.subresources()) {
            ObjectNode node = resources.addObject().put("name", kind.plural() + "/" + part).put("singularName", "")
                    .put("namespaced", kind.namespaced()).put("kind", part.equals("scale") ? "Scale" : kind.name());
            if (part.equals("scale")) {
                node.put("group", "autoscaling").put("version", "v1");
            }
            ArrayNode verbs = node.putArray("verbs").add("get");
            if (!part.equals("log")) {
                verbs.add("patch").add("update");
            }
        }
    }

    /** Only the patch operations: kubectl looks there whether the server validates fields itself. */
    private static Optional<Answer> openApi(List<String> path) {
        if (path.size() < 2 || !path.get(1).equals("v3")) {
            return Optional.empty();
        }
        if (path.size() == 2) {
            ObjectNode index = Json.object();
            versions().forEach(version -> {
                String name = (version.contains("/") ? "apis/" : "api/") + version;
                Json.child(index, "paths").putObject(name).put("serverRelativeURL", "/openapi/v3/" + name);
            });
            return Optional.of(Answer.json(200, index));
        }
        String version = String.join("/", path.subList(3, path.size()));
        ObjectNode document = Json.object().put("openapi", "3.0.0");
        Json.child(document, "info").put("title", "Kubernetes").put("version", "v1.36.2");
        ObjectNode paths = Json.child(document, "paths");
        Kinds.ALL.stream().filter(kind -> kind.apiVersion().equals(version)).forEach(kind -> {
            String root = "/" + path.get(2) + "/" + version + (kind.namespaced() ? "/namespaces/{namespace}/" : "/");
            ObjectNode patch = paths.putObject(root + kind.plural() + "/{name}").putObject("patch");
            patch.putArray("parameters").addObject().put("name", "fieldValidation").put("in", "query");
            patch.putObject("x-kubernetes-group-version-kind").put("group", kind.group()).put("version", kind.version())
                    .put("kind", kind.name());
        });
        return Optional.of(Answer.json(200, document));
    }
}
