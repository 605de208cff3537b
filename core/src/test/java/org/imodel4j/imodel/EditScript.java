package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Runs the lines of recorded edit scripts: {@code {id, op, args}}. */
final class EditScript {
    private final WritableIModelDb iModel;

    EditScript(WritableIModelDb iModel) {
        this.iModel = iModel;
    }

    /** What a line answers: {@code {result}} or {@code {error: {errorNumber, message}}}. */
    JsonObject run(JsonObject line) {
        List<JsonValue> args = ((JsonArray) withBytes(line.get("args"))).items();
        try {
            JsonValue result = run(String.valueOf(line.text("op")), args);
            return JsonObject.builder().put("result", result).build();
        } catch (IModelException e) {
            return JsonObject.builder()
                    .put(
                            "error",
                            JsonObject.builder()
                                    .put("errorNumber", e.errorNumber())
                                    .put("message", e.getMessage())
                                    .build())
                    .build();
        }
    }

    private JsonValue run(String op, List<JsonValue> args) {
        Edits edit = iModel.edit();
        JsonObject props = !args.isEmpty() && args.get(0) instanceof JsonObject object ? object : JsonObject.EMPTY;
        return switch (op) {
            case "insertElement" -> id(edit.elements().insert(props, isForced(args)));
            case "updateElement" -> done(() -> edit.elements().update(props));
            case "deleteElement" -> done(() -> each(args.get(0), edit.elements()::delete));
            case "insertModel" -> id(edit.models().insert(props));
            case "updateModel" -> done(() -> edit.models().update(props));
            case "deleteModel" -> done(() -> each(args.get(0), edit.models()::delete));
            case "insertAspect" -> id(edit.aspects().insert(props));
            case "updateAspect" -> done(() -> edit.aspects().update(props));
            case "deleteAspect" -> done(() -> each(args.get(0), edit.aspects()::delete));
            case "insertRelationship" -> id(edit.relationships().insert(props));
            case "updateRelationship" -> done(() -> edit.relationships().update(props));
            case "deleteRelationship" -> done(() -> edit.relationships().delete(props));
            case "deleteTree" -> done(() -> each(args.get(0), edit.elements()::deleteTree));
            case "deleteDefinitionElements" -> refused(edit.elements().deleteDefinitionElements(ids(args.get(0))));
            case "insertCodeSpec" -> id(edit.codeSpecs().insert(text(args.get(0)), specProps(args)));
            case "saveFileProperty" ->
                done(() -> iModel.fileProperties().save(property(props), text(args), bytes(args)));
            case "deleteFileProperty" -> done(() -> iModel.fileProperties().delete(property(props)));
            case "importSchemas" -> done(() -> importSchemas((JsonArray) args.get(0)));
            case "saveChanges" -> done(iModel::saveChanges);
            case "abandonChanges" -> done(iModel::abandonChanges);
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static boolean isForced(List<JsonValue> args) {
        JsonValue forced =
                args.size() > 1 && args.get(1) instanceof JsonObject options ? options.get("forceUseId") : null;
        return forced instanceof JsonValue.Bool bool && bool.value()
                || forced instanceof JsonValue.Number number && number.value() != 0;
    }

    private static JsonObject specProps(List<JsonValue> args) {
        if (args.size() < 2) {
            throw new IModelException(Status.BAD_ARG, "Invalid argument");
        }
        return args.get(1) instanceof JsonObject object
                ? object
                : JsonObject.builder()
                        .put(
                                "scopeSpec",
                                JsonObject.builder().put("type", args.get(1)).build())
                        .build();
    }

    private void importSchemas(JsonArray documents) {
        List<SchemaInput> inputs = new ArrayList<>();
        for (JsonValue document : documents.items()) {
            inputs.add(new SchemaInput.Text("schema", text(document)));
        }
        ImportedSchemas unused = iModel.importSchemas(inputs, List.of());
    }

    private static FileProperty property(JsonObject props) {
        String namespace = props.text("namespace");
        String name = props.text("name");
        if (namespace == null || name == null) {
            throw new IModelException(94209, ErrorKind.USER, "Invalid FilePropertyProps", null);
        }
        return new FileProperty(namespace, name, number(props, "id"), number(props, "subId"));
    }

    private static long number(JsonObject props, String member) {
        JsonValue.Number number = props.number(member);
        return number == null ? 0 : (long) number.value();
    }

    private static @Nullable String text(List<JsonValue> args) {
        return args.size() > 1 && args.get(1) instanceof JsonValue.Text text ? text.value() : null;
    }

    private static byte @Nullable [] bytes(List<JsonValue> args) {
        return args.size() > 2 && args.get(2) instanceof JsonValue.Text text
                ? Base64.getDecoder().decode(text.value().replace("encoding=base64;", ""))
                : null;
    }

    private static JsonValue id(long id) {
        return JsonValue.of(Id64.toHex(id));
    }

    private static JsonValue done(Runnable work) {
        work.run();
        return JsonValue.NULL;
    }

    private static void each(JsonValue ids, java.util.function.LongConsumer work) {
        if (ids instanceof JsonArray array) {
            array.items().forEach(item -> work.accept(Id64.parseLenient(text(item))));
        } else if (ids instanceof JsonValue.Text) {
            work.accept(Id64.parseLenient(text(ids)));
        }
    }

    private static IdSet ids(JsonValue ids) {
        List<Long> found = new ArrayList<>();
        if (ids instanceof JsonArray) {
            each(ids, found::add);
        }
        return IdSet.of(new TreeSet<>(found).stream().mapToLong(Long::longValue).toArray());
    }

    private static JsonValue refused(IdSet ids) {
        List<JsonValue> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(id(id)));
        return new JsonArray(texts);
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonValue.Text text ? text.value() : "";
    }

    /** Bytes as this library takes them, and members that are undefined as null. */
    private static JsonValue withBytes(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            String bytes = object.text("$bytes");
            if (bytes != null) {
                return JsonValue.of("encoding=base64;" + bytes);
            }
            if (object.get("$undefined") != null) {
                return JsonValue.NULL;
            }
            String number = object.text("$number");
            if (number != null) {
                double special = Double.parseDouble(number);
                return new JsonValue.Number(special, 0, false);
            }
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, withBytes(member)));
            return new JsonObject(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>();
            array.items().forEach(item -> items.add(withBytes(item)));
            return new JsonArray(items);
        }
        return value == null ? JsonValue.NULL : value;
    }
}
