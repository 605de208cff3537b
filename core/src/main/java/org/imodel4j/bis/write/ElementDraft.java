package org.imodel4j.bis.write;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An element on its way into the file: the columns that are set, and what its rules have to know of each other. One for each class, used
 * again for the next element.
 */
final class ElementDraft {
    final ElementPlan plan;
    final ValueRow row;

    /** 0 until an insert has taken a number. */
    long id;

    long model;
    boolean insert;

    boolean codeGiven;
    long codeSpec;
    long codeScope;
    String codeValue = "";

    boolean parentGiven;
    long parent;
    long parentRelationship;
    long formerParent;

    boolean categoryGiven;
    long category;

    /** The id was chosen by the caller. */
    boolean idGiven;

    /** What a stream of geometry became; null when none was given. */
    @Nullable
    GeometryInput geometry;

    /** The box of an element before an update, null where it has none. */
    @Nullable
    Range3d box;

    /** The ids that a selector shall refer to; null when they stay. */
    @Nullable
    List<JsonValue> selected;

    /** What was found out too early to be thrown. */
    @Nullable
    IModelException failure;

    ElementDraft(ElementPlan plan) {
        this.plan = plan;
        this.row = plan.tables().newRow();
    }

    /** Forgets the element before. */
    ElementDraft begin(boolean insert) {
        this.insert = insert;
        row.clear();
        id = 0;
        model = 0;
        codeGiven = false;
        codeSpec = 0;
        codeScope = 0;
        codeValue = "";
        parentGiven = false;
        parent = 0;
        parentRelationship = 0;
        formerParent = 0;
        categoryGiven = false;
        category = 0;
        idGiven = false;
        geometry = null;
        box = null;
        selected = null;
        failure = null;
        return this;
    }
}
