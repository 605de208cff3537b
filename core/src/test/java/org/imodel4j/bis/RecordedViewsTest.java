package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call of the read interface that the reference answered for {@code views.bim} is answered the same. */
@NullUnmarked
class RecordedViewsTest {
    private static final FixtureModel MODEL = new FixtureModel("views.bim");

    private final Views views = new Views(MODEL.schemas, MODEL);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    static List<JsonObject> recordedCalls() {
        List<JsonObject> calls = new ArrayList<>();
        for (JsonValue call :
                FixtureModel.recorded("views.expected.json").array("calls").items()) {
            calls.add((JsonObject) call);
        }
        return calls;
    }

    @ParameterizedTest
    @MethodSource("recordedCalls")
    void theAnswerIsTheRecordedOne(JsonObject call) {
        JsonArray arguments = call.array("args");
        JsonValue first = arguments.size() > 0 ? arguments.get(0) : null;
        JsonObject second = arguments.size() > 1 ? (JsonObject) arguments.get(1) : null;
        JsonValue answer;
        try {
            answer = answer(call.text("call"), first, second);
        } catch (IModelException failure) {
            assertThat(call.number("error")).as(failure.getMessage()).isNotNull();
            assertThat(failure.errorNumber())
                    .isEqualTo((int) call.number("error").exact());
            return;
        }
        assertThat(call.get("error")).isNull();
        JsonValue expected = call.get("result");
        assertThat(answer == null ? null : FixtureModel.normal(answer))
                .isEqualTo(expected == null ? null : FixtureModel.normal(expected));
    }

    private JsonValue answer(String call, JsonValue first, JsonObject second) {
        return switch (call) {
            case "getDefaultViewId" -> JsonValue.of(Id64.toHex(views.defaultViewId()));
            case "getViewThumbnail" -> thumbnail(id(first));
            case "getAllCodeSpecs" ->
                array(new CodeSpecs(MODEL)
                        .all().stream().map(CodeSpecs.CodeSpec::toJson).toList());
            case "readFontJson" -> new Fonts(MODEL).toJson();
            case "getToolTipMessage" ->
                texts(new ToolTips(MODEL.schemas, new Elements(MODEL.schemas, MODEL)).of(id(first)));
            case "getViewStateData" -> views.viewState(id(first), Views.loadOptions(second));
            case "hydrateViewState" -> views.hydrate((JsonObject) first);
            case "getCustomViewState3dData" -> views.customViewState3d(ids(((JsonObject) first).get("modelIds")));
            case "querySubCategories" -> subCategories(new SubCategories(MODEL).of(ids(first)));
            case "queryAllUsedSpatialSubCategories" -> subCategories(new SubCategories(MODEL).usedSpatial());
            case "getClassHierarchy" -> texts(MODEL.schemas.classHierarchy(text(first)));
            case "queryModelExtents" -> extents((JsonArray) first);
            case "loadElementProps" -> element(first);
            default -> throw new AssertionError(call);
        };
    }

    private JsonValue thumbnail(long viewId) {
        Thumbnail thumbnail = views.tryThumbnail(viewId);
        if (thumbnail == null) {
            throw new IModelException(Status.NO_CONTENT, "no thumbnail");
        }
        return JsonObject.builder()
                .put("$bytes", java.util.Base64.getEncoder().encodeToString(thumbnail.toBytes()))
                .build();
    }

    private static JsonValue subCategories(List<SubCategories.SubCategory> found) {
        return array(found.stream().map(SubCategories.SubCategory::toJson).toList());
    }

    private static JsonValue extents(JsonArray ids) {
        List<String> texts = ids.items().stream().map(RecordedViewsTest::text).toList();
        return array(new ModelExtents(MODEL.schemas, MODEL)
                .query(texts).stream().map(ModelExtent::toJson).toList());
    }

    /** A string that is no key of any kind answers nothing here; the wire makes no difference. */
    private static JsonValue element(JsonValue key) {
        try {
            return new Elements(MODEL.schemas, MODEL).tryGet(ElementKey.ofJson(key), ElementOptions.DEFAULT);
        } catch (IModelException notFound) {
            return null;
        }
    }

    private static JsonArray array(List<JsonObject> objects) {
        return new JsonArray(new ArrayList<>(objects));
    }

    private static JsonArray texts(List<String> lines) {
        return new JsonArray(lines.stream().map(JsonValue::of).toList());
    }

    private static String text(JsonValue value) {
        return ((JsonValue.Text) value).value();
    }

    private static long id(JsonValue value) {
        return Id64.parse(text(value));
    }

    private static IdSet ids(JsonValue value) {
        return value == null ? null : CompressedId64Set.decode(text(value));
    }
}
