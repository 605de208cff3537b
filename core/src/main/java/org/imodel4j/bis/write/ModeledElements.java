package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.bis.write.ModelFacts.Kind;
import org.imodel4j.error.Status;

/** Which elements can be modeled, and by which models. */
final class ModeledElements {
    /** The models of links and definitions that every iModel has. */
    static final long LINKS = 0xe;

    static final long DICTIONARY = 0x10;

    private ModeledElements() {}

    /** @throws org.imodel4j.error.IModelException BAD_ELEMENT, ELEMENT_BLOCKED_CHANGE or WRONG_ELEMENT when the element can not have such a model */
    static void requireFit(long element, Set<Kind> model, EditContext context) {
        boolean missing = model.contains(Kind.DRAWING_MODEL)
                        && !context.isElement(element, "Drawing")
                        && !context.isElement(element, "TemplateRecipe2d")
                || model.contains(Kind.SHEET_MODEL) && !context.isElement(element, "Sheet");
        if (missing) {
            throw Refusal.of(Status.BAD_ELEMENT, "The model models other elements", element);
        }
        boolean blocked = context.isElement(element, "Subject")
                || context.isElement(element, "LinkPartition") && !model.contains(Kind.LINK_MODEL)
                || context.isElement(element, "DefinitionPartition") && !isOfDefinitions(model)
                || context.isElement(element, "DocumentPartition") && !model.contains(Kind.INFORMATION_MODEL)
                || context.isElement(element, "GroupInformationPartition")
                        && !model.contains(Kind.GROUP_INFORMATION_MODEL)
                || context.isElement(element, "InformationRecordPartition")
                        && !model.contains(Kind.INFORMATION_RECORD_MODEL)
                || context.isElement(element, "SpatialLocationPartition")
                        && !model.contains(Kind.SPATIAL_LOCATION_MODEL)
                || context.isElement(element, "PhysicalPartition") && !model.contains(Kind.SPATIAL_MODEL);
        if (blocked) {
            throw Refusal.of(Status.ELEMENT_BLOCKED_CHANGE, "The element takes other models", element);
        }
        if (!context.isElement(element, "ISubModeledElement")) {
            throw Refusal.of(Status.WRONG_ELEMENT, "The element can not be modeled", element);
        }
    }

    /** The repository model is a definition model by its class alone. */
    private static boolean isOfDefinitions(Set<Kind> model) {
        return model.contains(Kind.DEFINITION_MODEL) && !model.contains(Kind.REPOSITORY_MODEL);
    }
}
