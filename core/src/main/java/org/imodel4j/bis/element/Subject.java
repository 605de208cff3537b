package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:Subject} to be inserted: what a part of the repository is about. */
public final class Subject extends NewElement<Subject> {
    static final long REPOSITORY_MODEL = 1;

    private Subject(JsonObject props) {
        super(props);
    }

    @Override
    Subject copy(JsonObject changed) {
        return new Subject(changed);
    }

    public static Code createCode(CodeSpecs specs, long parentSubjectId, String name) {
        return Code.of(specs, "bis:Subject", parentSubjectId, name);
    }

    /** A child of the subject that is the scope of the code. */
    public static Subject create(Code code) {
        return new Subject(begin("BisCore:Subject", REPOSITORY_MODEL, code).build())
                .parent(RelatedElement.subjectOwnsSubjects(code.scope()));
    }

    public Subject description(String description) {
        return with("description", description);
    }
}
