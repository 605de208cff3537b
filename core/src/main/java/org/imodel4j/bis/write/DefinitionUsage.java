package org.imodel4j.bis.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.bis.geometry.GeometryStreamReader;
import org.imodel4j.bis.geometry.StreamEntry;
import org.imodel4j.bis.write.DefinitionKind.Definition;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.id.Id64;

/**
 * Who uses definitions. Views, categories of elements and models are asked by queries; parts, line styles, materials, textures and sub-categories
 * are looked for in all geometry, once for all of them.
 */
final class DefinitionUsage {
    private static final String STREAMS =
            "SELECT GeometryStream FROM bis.GeometricElement3d WHERE GeometryStream IS NOT NULL"
                    + " UNION ALL SELECT GeometryStream FROM bis.GeometricElement2d WHERE GeometryStream IS NOT NULL"
                    + " UNION ALL SELECT GeometryStream FROM bis.GeometryPart WHERE GeometryStream IS NOT NULL";

    private final EditContext context;
    private final Set<Long> seen = new HashSet<>();

    private DefinitionUsage(EditContext context) {
        this.context = context;
    }

    static DefinitionUsage of(List<Definition> definitions, EditContext context) {
        DefinitionUsage usage = new DefinitionUsage(context);
        boolean scan = definitions.stream()
                .anyMatch(each -> each.kind().isUsedInGeometry() || each.kind() == DefinitionKind.SUB_CATEGORY);
        if (scan) {
            usage.scanGeometry();
        }
        if (definitions.stream().anyMatch(each -> each.kind() == DefinitionKind.GEOMETRY_PART)) {
            usage.scanText("SELECT Data FROM bis.LineStyle WHERE Data IS NOT NULL");
        }
        if (definitions.stream().anyMatch(each -> each.kind() == DefinitionKind.TEXTURE)) {
            usage.scanText("SELECT JsonProperties FROM bis.DisplayStyle3d WHERE JsonProperties IS NOT NULL");
        }
        return usage;
    }

    boolean isUsed(Definition definition) {
        long id = definition.id();
        return switch (definition.kind()) {
            case SPATIAL_CATEGORY -> exists("SELECT 1 FROM bis.GeometricElement3d WHERE Category.Id=? LIMIT 1", id);
            case DRAWING_CATEGORY -> exists("SELECT 1 FROM bis.GeometricElement2d WHERE Category.Id=? LIMIT 1", id);
            case VIEW_DEFINITION ->
                exists("SELECT 1 FROM bis.SectionDrawing WHERE SpatialView.Id=? LIMIT 1", id)
                        || exists("SELECT 1 FROM bis.ViewAttachment WHERE [View].Id=? LIMIT 1", id)
                        || exists("SELECT 1 FROM bis.SectionDrawingLocation WHERE SectionView.Id=? LIMIT 1", id);
            case DISPLAY_STYLE -> exists("SELECT 1 FROM bis.ViewDefinition WHERE DisplayStyle.Id=? LIMIT 1", id);
            case CATEGORY_SELECTOR ->
                exists("SELECT 1 FROM bis.ViewDefinition WHERE CategorySelector.Id=? LIMIT 1", id);
            case MODEL_SELECTOR ->
                exists("SELECT 1 FROM bis.SpatialViewDefinition WHERE ModelSelector.Id=? LIMIT 1", id);
            case SUB_CATEGORY -> isDefault(id) || seen.contains(id);
            case GEOMETRY_PART, LINE_STYLE, RENDER_MATERIAL, TEXTURE -> seen.contains(id);
            case OTHER -> false;
        };
    }

    /** The default sub-category of a category stays as long as that. */
    private boolean isDefault(long id) {
        return context.number("SELECT ParentId FROM bis_Element WHERE Id=?", id) + 1 == id;
    }

    /** A class that an older BisCore does not have uses nothing. */
    private boolean exists(String ecsql, long id) {
        String className = ecsql.substring(ecsql.indexOf("bis.") + 4, ecsql.indexOf(" WHERE"));
        if (context.schemas().tryClass("BisCore", className) == null) {
            return false;
        }
        try (ECSqlCursor cursor = context.connection().query(ecsql, QueryArguments.of(new QueryArgument.OfId(id)))) {
            return cursor.step();
        }
    }

    private void scanGeometry() {
        try (ECSqlCursor streams = context.connection().query(STREAMS)) {
            while (streams.step()) {
                byte[] blob = streams.getBlob(0);
                if (blob != null) {
                    GeometryStreamReader.read(blob, this::see);
                }
            }
        }
    }

    private void see(StreamEntry entry) {
        switch (entry) {
            case StreamEntry.Appearance appearance -> {
                seen.add(appearance.subCategoryId());
                if (appearance.styleId() != null) {
                    seen.add(appearance.styleId());
                }
            }
            case StreamEntry.PartReference part -> seen.add(part.partId());
            case StreamEntry.MaterialUse material -> {
                if (material.materialId() != null) {
                    seen.add(material.materialId());
                }
            }
            case StreamEntry.Image image -> seen.add(image.textureId());
            case StreamEntry.AreaPattern pattern -> seen.add(pattern.pattern().symbolId());
            case StreamEntry.BRep brep -> {
                if (brep.faces() != null) {
                    brep.faces().forEach(face -> seen.add(face.materialId()));
                }
            }
            case StreamEntry.Header ignored -> {}
            case StreamEntry.SubRange ignored -> {}
            case StreamEntry.Shape ignored -> {}
            case StreamEntry.AreaFill ignored -> {}
            case StreamEntry.LineStyleModifiers ignored -> {}
            case StreamEntry.TextString ignored -> {}
            case StreamEntry.Unknown ignored -> {}
        }
    }

    /** Ids that stand in JSON, as text or as numbers. */
    private void scanText(String ecsql) {
        try (ECSqlCursor cursor = context.connection().query(ecsql)) {
            while (cursor.step()) {
                String text = cursor.getString(0);
                if (text != null) {
                    for (String word : text.split("[^0-9A-Za-z]+")) {
                        long id = Id64.parseLenient(word);
                        if (id != 0) {
                            seen.add(id);
                        }
                    }
                }
            }
        }
    }
}
