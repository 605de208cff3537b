package org.imodel4j.bis.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Makes and keeps the plans of element classes. */
final class ElementPlans {
    /** Base classes first. */
    private static final List<ElementRule> RULES = List.of(
            new ElementBaseRule(),
            new SubjectRule(),
            new InformationPartitionRule(),
            new ModelRule("RoleElement", ModelFacts.Kind.ROLE_MODEL),
            new ModelRule("LinkElement", ModelFacts.Kind.INFORMATION_MODEL),
            new DefinitionElementRule(),
            new CategoryRule(),
            new SubCategoryRule(),
            new PurgedRule("DisplayStyle"),
            new DisplayStyleRule("DisplayStyle2d", false),
            new DisplayStyleRule("DisplayStyle3d", true),
            new PurgedRule("RenderMaterial"),
            new PurgedRule("ViewDefinition"),
            new NamedRule("RenderMaterial"),
            new NamedRule("ViewDefinition"),
            new NamedRule("LineStyle"),
            new NamedRule("AnnotationTextStyle"),
            new NamedRule("TextAnnotationSeed"),
            new TextureRule(),
            new GeometryPartRule(),
            new AnnotationStyleRule("AnnotationFrameStyle", 2),
            new AnnotationStyleRule("AnnotationLeaderStyle", 1),
            new AnnotationStyleRule("AnnotationTextStyle", 2),
            new AnnotationStyleRule("TextAnnotationSeed", 1),
            new TextStyleRule(),
            new SelectorRule("ModelSelector", "models", "ModelSelectorRefersToModels"),
            new SelectorRule("CategorySelector", "categories", "CategorySelectorRefersToCategories"),
            new ViewDefinitionRule(),
            new ViewDefinition2dRule(),
            new ViewDefinition3dRule(),
            new SpatialViewDefinitionRule(),
            new UrlLinkRule(),
            new GeometricElement2dRule(),
            new GeometricElement3dRule(),
            new TextAnnotationRule("TextAnnotation2d"),
            new TextAnnotationRule("TextAnnotation3d"));

    /** Spellings of names are as many as callers can think of. */
    private static final int MOST_NAMES = 10_000;

    private final EditContext context;
    private final Map<Long, ElementPlan> plans = new HashMap<>();

    /** By the names that were asked for. */
    private final Map<String, ElementPlan> named = new HashMap<>();

    ElementPlans(EditContext context) {
        this.context = context;
    }

    void clear() {
        plans.clear();
        named.clear();
    }

    /**
     * The plan for the class that props name.
     *
     * @throws IModelException BAD_ARG for a class that is not there or no element's, WRITE_ERROR for one without instances of its own
     */
    ElementPlan of(JsonObject props) {
        return of(props.text("classFullName"));
    }

    ElementPlan of(@Nullable String classFullName) {
        ElementPlan known = named.get(classFullName);
        if (known != null) {
            return known;
        }
        ECClass ecClass = classFullName == null ? null : context.schemas().tryClass(classFullName);
        if (ecClass == null) {
            throw new IModelException(Status.BAD_ARG, "invalid class").with("class", String.valueOf(classFullName));
        }
        ElementPlan plan = of(ecClass);
        if (named.size() < MOST_NAMES) {
            named.put(String.valueOf(classFullName), plan);
        }
        return plan;
    }

    ElementPlan of(ECClass ecClass) {
        ElementPlan plan = plans.get(ecClass.id());
        if (plan == null) {
            ECClass element = context.schemas().getClass("BisCore:Element");
            if (!context.schemas().isSubclass(ecClass.id(), element.id())) {
                throw new IModelException(Status.BAD_ARG, "The class is no class of elements")
                        .with("class", ecClass.fullName());
            }
            plan = new ElementPlan(context.schemas(), ecClass, RULES);
            plans.put(ecClass.id(), plan);
        }
        return plan;
    }
}
