package org.imodel4j.cli.edit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What the lines of a batch can ask for, by name. */
final class EditOperations {
    /** What iTwin.js gives, which is no member of its enumerations. */
    private static final int INVALID_PROPERTY = 94209;

    private static final String BASE64 = "encoding=base64;";

    private interface Operation {
        JsonValue run(EditLine line);
    }

    private final Map<String, Operation> operations = new HashMap<>();

    EditOperations(WritableIModelDb db) {
        Edits edit = db.edit();
        operations.put(
                "insertElement",
                line -> id(edit.elements().insert(line.object(0), isTrue(line.tryArg(1), "forceUseId"))));
        changes("updateElement", props -> edit.elements().update(props));
        deletes("deleteElement", edit.elements()::delete);
        deletes("deleteTree", edit.elements()::deleteTree);
        operations.put(
                "deleteDefinitionElements",
                line -> ids(edit.elements().deleteDefinitionElements(IdSet.ofTexts(line.texts(0)))));
        inserts("insertModel", props -> edit.models().insert(props));
        changes("updateModel", props -> edit.models().update(props));
        deletes("deleteModel", edit.models()::delete);
        inserts("insertAspect", props -> edit.aspects().insert(props));
        changes("updateAspect", props -> edit.aspects().update(props));
        deletes("deleteAspect", edit.aspects()::delete);
        inserts("insertRelationship", props -> edit.relationships().insert(props));
        changes("updateRelationship", props -> edit.relationships().update(props));
        changes("deleteRelationship", props -> edit.relationships().delete(props));
        operations.put("insertCodeSpec", line -> id(edit.codeSpecs().insert(line.text(0), specProps(line))));
        operations.put("saveFileProperty", line -> done(() -> saveProperty(db, line)));
        operations.put(
                "deleteFileProperty", line -> done(() -> db.fileProperties().delete(property(line.object(0)))));
        operations.put("importSchemas", line -> done(() -> importSchemas(db, line.texts(0))));
        operations.put("saveChanges", line -> done(db::saveChanges));
        operations.put("abandonChanges", line -> done(db::abandonChanges));
    }

    /**
     * Does what a line says.
     *
     * @throws IModelException BadRequest for an unknown op, BadArg for arguments that it can not have, else what the edit gives
     */
    JsonValue run(EditLine line) {
        Operation operation = operations.get(line.op());
        if (operation == null) {
            throw new IModelException(Status.BAD_REQUEST, "There is no op " + line.op());
        }
        return operation.run(line);
    }

    private void inserts(String op, ToLongFunction<JsonObject> insert) {
        operations.put(op, line -> id(insert.applyAsLong(line.object(0))));
    }

    private void changes(String op, Consumer<JsonObject> change) {
        operations.put(op, line -> done(() -> change.accept(line.object(0))));
    }

    private void deletes(String op, LongConsumer delete) {
        operations.put(op, line -> done(() -> line.texts(0).forEach(id -> delete.accept(Id64.parseLenient(id)))));
    }

    private static JsonValue id(long id) {
        return JsonValue.of(Id64.toHex(id));
    }

    private static JsonValue ids(IdSet ids) {
        List<JsonValue> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(id(id)));
        return new JsonArray(texts);
    }

    private static JsonValue done(Runnable work) {
        work.run();
        return JsonValue.NULL;
    }

    private static boolean isTrue(@Nullable JsonValue options, String name) {
        JsonValue value = options instanceof JsonObject object ? object.get(name) : null;
        return switch (value) {
            case JsonValue.Bool bool -> bool.value();
            case JsonValue.Number number -> number.value() != 0;
            case null, default -> false;
        };
    }

    /** A number is how far codes are unique. */
    private static JsonObject specProps(EditLine line) {
        return switch (line.tryArg(1)) {
            case JsonObject props -> props;
            case JsonValue.Number type ->
                JsonObject.builder()
                        .put("scopeSpec", JsonObject.builder().put("type", type).build())
                        .build();
            case null, default -> throw new IModelException(Status.BAD_ARG, "Invalid argument");
        };
    }

    private static FileProperty property(JsonObject props) {
        String namespace = props.text("namespace");
        String name = props.text("name");
        if (namespace == null || name == null) {
            throw new IModelException(INVALID_PROPERTY, ErrorKind.USER, "Invalid FilePropertyProps", null);
        }
        return new FileProperty(namespace, name, number(props, "id"), number(props, "subId"));
    }

    private static long number(JsonObject props, String name) {
        JsonValue.Number number = props.number(name);
        return number == null ? 0 : number.exact();
    }

    private static void saveProperty(WritableIModelDb db, EditLine line) {
        String text = line.tryArg(1) instanceof JsonValue.Text given ? given.value() : null;
        String base64 = line.tryArg(2) instanceof JsonValue.Text given ? given.value() : null;
        db.fileProperties().save(property(line.object(0)), text, base64 == null ? null : bytes(base64));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.startsWith(BASE64) ? base64.substring(BASE64.length()) : base64);
        } catch (IllegalArgumentException e) {
            throw new IModelException(Status.BAD_ARG, "The bytes of the property are no base64", e);
        }
    }

    /** What starts like a document is one, everything else the name of a file. */
    private static void importSchemas(WritableIModelDb db, List<String> schemas) {
        List<SchemaInput> inputs = new ArrayList<>();
        for (String schema : schemas) {
            inputs.add(
                    schema.stripLeading().startsWith("<")
                            ? new SchemaInput.Text("schema " + (inputs.size() + 1), schema)
                            : new SchemaInput.File(path(schema)));
        }
        db.importSchemas(inputs, List.of());
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IModelException(Status.FILE_NOT_FOUND, "No file can have that name", e).with("file", file);
        }
    }
}
