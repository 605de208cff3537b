package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/**
 * A {@code BisCore:InformationPartitionElement} to be inserted, which a model then breaks down ({@link NewModel}). It is a child of the subject that is the
 * scope of its code.
 */
public final class InformationPartitionElement extends NewElement<InformationPartitionElement> {
    private InformationPartitionElement(JsonObject props) {
        super(props);
    }

    @Override
    InformationPartitionElement copy(JsonObject changed) {
        return new InformationPartitionElement(changed);
    }

    public static Code createCode(CodeSpecs specs, long parentSubjectId, String name) {
        return Code.of(specs, "bis:InformationPartitionElement", parentSubjectId, name);
    }

    public static InformationPartitionElement physicalPartition(Code code) {
        return create("BisCore:PhysicalPartition", code);
    }

    public static InformationPartitionElement spatialLocationPartition(Code code) {
        return create("BisCore:SpatialLocationPartition", code);
    }

    public static InformationPartitionElement definitionPartition(Code code) {
        return create("BisCore:DefinitionPartition", code);
    }

    /** For a list of documents, such as drawings and sheets. */
    public static InformationPartitionElement documentPartition(Code code) {
        return create("BisCore:DocumentPartition", code);
    }

    public static InformationPartitionElement linkPartition(Code code) {
        return create("BisCore:LinkPartition", code);
    }

    public static InformationPartitionElement groupInformationPartition(Code code) {
        return create("BisCore:GroupInformationPartition", code);
    }

    public static InformationPartitionElement informationRecordPartition(Code code) {
        return create("BisCore:InformationRecordPartition", code);
    }

    /** A partition of any class, {@code Schema:Class}. */
    public static InformationPartitionElement create(String classFullName, Code code) {
        return new InformationPartitionElement(
                        begin(classFullName, Subject.REPOSITORY_MODEL, code).build())
                .parent(RelatedElement.subjectOwnsPartitionElements(code.scope()));
    }

    public InformationPartitionElement description(String description) {
        return with("description", description);
    }
}
