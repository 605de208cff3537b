package org.imodel4j.bis.element;

import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;

/**
 * A reference to another element and the relationship that it means.
 *
 * @param relClassName {@code Schema:Class}
 */
public record RelatedElement(long id, String relClassName) {
    /** The parent of a subject. */
    public static RelatedElement subjectOwnsSubjects(long subjectId) {
        return new RelatedElement(subjectId, "BisCore:SubjectOwnsSubjects");
    }

    /** The parent of a partition. */
    public static RelatedElement subjectOwnsPartitionElements(long subjectId) {
        return new RelatedElement(subjectId, "BisCore:SubjectOwnsPartitionElements");
    }

    /** The parent of a sub-category. */
    public static RelatedElement categoryOwnsSubCategories(long categoryId) {
        return new RelatedElement(categoryId, "BisCore:CategoryOwnsSubCategories");
    }

    /** The parent of a physical element that is part of an assembly. */
    public static RelatedElement physicalElementAssemblesElements(long assemblyId) {
        return new RelatedElement(assemblyId, "BisCore:PhysicalElementAssemblesElements");
    }

    /** A parent of any class. */
    public static RelatedElement elementOwnsChildElements(long parentId) {
        return new RelatedElement(parentId, "BisCore:ElementOwnsChildElements");
    }

    /** {@code {id, relClassName}}. */
    public JsonObject toProps() {
        return JsonObject.builder()
                .put("id", Id64.toHex(id))
                .put("relClassName", relClassName)
                .build();
    }
}
