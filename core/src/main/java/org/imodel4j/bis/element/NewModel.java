package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;

/** A model to be inserted. It breaks down one element and has that element's id. */
public final class NewModel extends NewEntity<NewModel> {
    private NewModel(JsonObject props) {
        super(props);
    }

    @Override
    NewModel copy(JsonObject changed) {
        return new NewModel(changed);
    }

    public static NewModel physicalModel(long partitionId) {
        return of("BisCore:PhysicalModel", partitionId);
    }

    public static NewModel spatialLocationModel(long partitionId) {
        return of("BisCore:SpatialLocationModel", partitionId);
    }

    public static NewModel definitionModel(long partitionId) {
        return of("BisCore:DefinitionModel", partitionId);
    }

    /** Of a document partition. */
    public static NewModel documentListModel(long partitionId) {
        return of("BisCore:DocumentListModel", partitionId);
    }

    public static NewModel linkModel(long partitionId) {
        return of("BisCore:LinkModel", partitionId);
    }

    /** Of a group information partition. */
    public static NewModel groupModel(long partitionId) {
        return of("Generic:GroupModel", partitionId);
    }

    public static NewModel informationRecordModel(long partitionId) {
        return of("BisCore:InformationRecordModel", partitionId);
    }

    public static NewModel drawingModel(long drawingId) {
        return of("BisCore:DrawingModel", drawingId);
    }

    public static NewModel sectionDrawingModel(long sectionDrawingId) {
        return of("BisCore:SectionDrawingModel", sectionDrawingId);
    }

    public static NewModel sheetModel(long sheetId) {
        return of("BisCore:SheetModel", sheetId);
    }

    /** A model of any class, {@code Schema:Class}. */
    public static NewModel of(String classFullName, long modeledElementId) {
        return new NewModel(begin(classFullName)
                .put("modeledElement", reference(modeledElementId))
                .build());
    }

    public NewModel isPrivate(boolean isPrivate) {
        return with("isPrivate", isPrivate);
    }

    public NewModel isTemplate(boolean isTemplate) {
        return with("isTemplate", isTemplate);
    }

    /** Of a spatial model: whether its elements lie in the plane z = 0, as in a floor plan. */
    public NewModel isPlanProjection(boolean isPlanProjection) {
        return with("isPlanProjection", isPlanProjection);
    }

    public NewModel jsonProperties(JsonObject jsonProperties) {
        return with("jsonProperties", jsonProperties);
    }
}
