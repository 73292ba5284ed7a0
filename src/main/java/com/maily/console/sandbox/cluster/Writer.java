package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The one way into the store: admission, defaults, validation, generations, field owners and conflicts. */
final class Writer {


    private final World world;

    Writer(World world) {
        this.world = world;
    }

    ObjectNode create(Kind kind, String namespace, JsonNode body, Write write) {
        ObjectNode object = Admission.arranged(kind, body);
        ObjectNode meta = Meta.of(object);
        Admission.place(world.store(), kind, namespace, object);
        if (Meta.name(object).isEmpty() && meta.has("generateName")) {
            meta.put("name", Json.text(meta, "generateName") + world.suffix());
        }
        if (world.store().find(kind, Meta.key(object)).isPresent()) {
            throw ApiError.exists(kind, Meta.name(object));
        }
        meta.remove(Admission.SERVER_SET);
        meta.put("uid", world.uid());
        if (kind.counted()) {
            meta.put("generation", 1);
        }
        meta.put("creationTimestamp", world.timestamp());
        Admission.newborn(kind, object);
        Json.dropNulls(object);
        KnownFields.prune(kind, object);
        Defaults.fill(kind, object);
        Validation.check(kind, object, null);
        Quota.admit(world.store(), kind, object);
        own(kind, Json.object(), object, write);
        return write.dryRun() ? object : world.store().put(kind, object);
    }

    ObjectNode update(Kind kind, Key key, JsonNode body, Write write) {
        if (write.subresource().equals("scale")) {
            return scale(kind, key, body, write);
        }
        ObjectNode before = find(kind, key);
        ObjectNode after = Admission.arranged(kind, body);
        if (!Meta.name(after).equals(key.name())) {
            throw ApiError.badRequest("the name of the object (" + Meta.name(after) + ") does not match the name on the URL ("
                    + key.name() + ")");
        }
        if (kind.custom() && Meta.version(after) == 0) {
            throw ApiError.invalid(kind.group(), kind.plural(), key.name(),
                    List.of(Cause.invalid("metadata.resourceVersion", "0", "must be specified for an update")));
        }
        if (!Meta.uid(after).isEmpty() && !Meta.uid(after).equals(Meta.uid(before))) {
            throw ApiError.conflict(kind, key.name(), "StorageError: invalid object, Code: 4, Key: /registry/" + kind.plural()
                    + key
                    + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: " + Meta.uid(after)
                    + ", UID in object meta: " + Meta.uid(before));
        }
        return replace(kind, before, after, write);
    }

    ObjectNode patch(Kind kind, Key key, PatchKind patchKind, JsonNode body, Write write) {
        if (patchKind == PatchKind.APPLY) {
            return apply(kind, key, body, write);
        }
        if (write.force()) {
            throw ApiError.invalid("meta.k8s.io", "PatchOptions", "", List.of(new Cause("FieldValueForbidden",
                    "Forbidden: may not be specified for non-apply patch", "force")));
        }
        boolean scale = write.subresource().equals("scale");
        ObjectNode before = scale ? Scale.of(kind, find(kind, key)) : find(kind, key);
        ObjectNode after = switch (patchKind) {
            case JSON -> JsonPatch.apply(before, body);
            case STRATEGIC -> MergePatch.strategic(before, body);
            case MERGE, APPLY -> MergePatch.plain(before, body);
        };
        return scale ? scale(kind, key, after, write) : replace(kind, before, after, write);
    }

    /** A controller's change of the whole object; nothing happens when it changes nothing. */
    ObjectNode change(Kind kind, Key key, Consumer<ObjectNode> change) {
        return changed(kind, key, change, Write.CONTROLLER);
    }

    /** A controller's change of the status, and of annotations, which do not raise the generation this way. */
    ObjectNode changeStatus(Kind kind, Key key, Consumer<ObjectNode> change) {
        return changed(kind, key, change, new Write("", false, false, "status"));
    }

    /** As {@link #changeStatus}, by a controller that signs what it writes. */
    ObjectNode changeStatus(Kind kind, Key key, Consumer<ObjectNode> change, String manager) {
        return changed(kind, key, change, new Write(manager, false, false, "status"));
    }

    /** The kubelet's and scheduler's change of a pod, which may touch spec and status at once. */
    ObjectNode changePod(Key key, Consumer<ObjectNode> change) {
        ObjectNode before = find(Kinds.PODS, key);
        ObjectNode after = before.deepCopy();
        change.accept(after);
        return Json.same(before, after) ? before : world.store().put(Kinds.PODS, after);
    }

    private ObjectNode changed(Kind kind, Key key, Consumer<ObjectNode> change, Write write) {
        ObjectNode before = find(kind, key);
        ObjectNode after = before.deepCopy();
        change.accept(after);
        // Most looks of a controller find nothing to change, and what is stored has been through all the checks.
        return Json.same(before, after) ? before : replace(kind, before, after, write);
    }

    private ObjectNode apply(Kind kind, Key key, JsonNode body, Write write) {
        if (write.manager().isEmpty()) {
            throw ApiError.invalid("meta.k8s.io", "PatchOptions", "", List.of(new Cause("FieldValueRequired",
                    "Required value: is required for apply patch", "fieldManager")));
        }
        if (write.subresource().equals("scale")) {
            return scale(kind, key, MergePatch.plain(Scale.of(kind, find(kind, key)), body), write);
        }
        if (Json.at(body, "metadata").has("managedFields")) {
            throw ApiError.badRequest("metadata.managedFields must be nil");
        }
        ObjectNode applied = Admission.arranged(kind, body);
        ObjectNode before = world.store().find(kind, key).orElse(null);
        if (before == null) {
            Meta.of(applied).put("name", key.name());
            return create(kind, key.namespace(), applied, new Write(write.manager(), write.dryRun(), true, "apply"));
        }
        String asked = Json.text(applied, "metadata", "resourceVersion");
        ObjectNode after = Apply.onto(kind, before, applied, write, world.timestamp());
        if (!asked.isEmpty()) {
            Meta.of(after).put("resourceVersion", asked);
        }
        return replace(kind, before, after, new Write("", write.dryRun(), false, "apply"));
    }

    private ObjectNode scale(Kind kind, Key key, JsonNode scale, Write write) {
        ObjectNode before = find(kind, key);
        if (Json.number(scale, "spec", "replicas") < 0) {
            throw ApiError.invalid("autoscaling", "Scale", key.name(), List.of(Cause.invalid("spec.replicas",
                    Json.text(scale, "spec", "replicas"), "must be greater than or equal to 0")));
        }
        ObjectNode after = before.deepCopy();
        Json.child(after, "spec").put("replicas", Json.number(scale, "spec", "replicas"));
        Meta.of(after).put("resourceVersion", Json.at(scale, "metadata", "resourceVersion")
                .asText(Json.text(before, "metadata", "resourceVersion")));
        return Scale.of(kind, replace(kind, before, after, write));
    }

    private ObjectNode replace(Kind kind, ObjectNode before, ObjectNode after, Write write) {
        String asked = Json.text(after, "metadata", "resourceVersion");
        if (!asked.isEmpty() && !asked.equals(Json.text(before, "metadata", "resourceVersion"))) {
            throw ApiError.modified(kind, Meta.name(before));
        }
        Admission.keepIdentity(before, after);
        Admission.keepParts(kind, before, after, write.subresource());
        Json.dropNulls(after);
        KnownFields.prune(kind, after);
        Defaults.fill(kind, after);
        Validation.check(kind, after, before);
        own(kind, before, after, write);
        if (Json.same(before, after)) {
            return before;
        }
        if (raisesGeneration(kind, before, after, write)) {
            Meta.of(after).put("generation", Meta.generation(before) + 1);
        }
        return write.dryRun() ? after : world.store().put(kind, after);
    }

    /** For Deployments a changed annotation counts as well, unless it comes with the status. */
    private static boolean raisesGeneration(Kind kind, ObjectNode before, ObjectNode after, Write write) {
        boolean annotated = kind.equals(Kinds.DEPLOYMENTS) && !write.subresource().equals("status")
                && !Json.at(before, "metadata", "annotations").equals(Json.at(after, "metadata", "annotations"));
        return kind.counted() && !kind.equals(Kinds.PODS) && (annotated || !before.path("spec").equals(after.path("spec")));
    }

    private void own(Kind kind, ObjectNode before, ObjectNode after, Write write) {
        ObjectNode explicit = Json.at(after, "metadata").has("managedFields") ? after : before;
        if (write.subresource().equals("apply") && write.force()) {
            Ownership ownership = new Ownership();
            Set<List<String>> fields = Ownership.changed(Map.of(), new LinkedHashMap<>(Fields.of(after, kind.custom())));
            ownership.applied(write.manager(), kind.apiVersion(), world.timestamp(), fields);
            ownership.writeTo(after);
        } else if (write.subresource().equals("status") && !write.manager().isEmpty()) {
            Ownership ownership = Ownership.of(explicit);
            ownership.wrote(write.manager(), "status", kind.apiVersion(), world.timestamp(),
                    Ownership.changed(Fields.status(before, kind.custom()), Fields.status(after, kind.custom())));
            ownership.writeTo(after);
        } else if (write.recorded() && !write.subresource().equals("apply") && !write.subresource().equals("status")) {
            Ownership ownership = Ownership.of(explicit);
            ownership.wrote(write.recordedManager(), write.subresource(),
                    write.subresource().equals("scale") ? "autoscaling/v1" : kind.apiVersion(), world.timestamp(),
                    Ownership.changed(Fields.of(before, kind.custom()), Fields.of(after, kind.custom())));
            ownership.writeTo(after);
        }
    }

    private ObjectNode find(Kind kind, Key key) {
        return world.store().find(kind, key).orElseThrow(() -> ApiError.missing(kind, key.name()));
    }
}
