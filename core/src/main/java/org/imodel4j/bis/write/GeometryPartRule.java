package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** BisCore:GeometryPart: geometry that others share; without it there is no part. */
final class GeometryPartRule implements ElementRule {
    private static final String[] AXES = {"X", "Y", "Z"};

    @Override
    public String className() {
        return "GeometryPart";
    }

    @Override
    public Set<String> properties() {
        return Set.of("GeometryStream", "BBoxLow", "BBoxHigh");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        int[] box = new int[6];
        for (int i = 0; i < 3; i++) {
            box[i] = tables.column("BBoxLow." + AXES[i]);
            box[i + 3] = tables.column("BBoxHigh." + AXES[i]);
        }
        return new Work(tables.column("GeometryStream"), box);
    }

    private record Work(int stream, int[] box) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            boolean given = props.get("geom") != null
                    || props.get("geomBinary") != null
                    || !JsonMember.isNull(props.get("elementGeometryBuilderParams"));
            JsonValue bbox = props.get("bbox");
            if (!draft.insert && bbox != null && !JsonMember.isNull(bbox)) {
                putBox(bbox, draft.row);
            }
            GeometryInput geometry = given ? GeometryProps.read(props, false, draft, context) : null;
            draft.geometry = geometry;
            if (geometry == null || geometry.isEmpty()) {
                return;
            }
            put(geometry.withBoxOf(bbox, draft.idGiven), props, draft.row);
        }

        private void put(GeometryInput geometry, JsonObject props, ValueRow row) {
            row.setBlob(stream, geometry.blob());
            Range3d range = geometry.box();
            if (range == null) {
                putBox(props.get("bbox"), row);
                return;
            }
            double[] corners = {
                range.low().x(), range.low().y(), range.low().z(),
                range.high().x(), range.high().y(), range.high().z()
            };
            for (int i = 0; i < box.length; i++) {
                row.setDouble(box[i], corners[i]);
            }
        }

        private void putBox(@Nullable JsonValue bbox, ValueRow row) {
            PlacementDraft given = new PlacementDraft(3, 0);
            given.takeBox(bbox);
            for (int i = 0; i < 3; i++) {
                row.setDouble(box[i], given.low[i]);
                row.setDouble(box[i + 3], given.high[i]);
            }
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            if (!draft.row.isSet(stream)) {
                throw new IModelException(Status.BAD_ELEMENT, "A geometry part needs geometry")
                        .with("code", draft.codeValue);
            }
        }

        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            PurgedRule.check(id, purge);
        }
    }
}
