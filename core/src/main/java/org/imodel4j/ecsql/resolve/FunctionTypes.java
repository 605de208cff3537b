package org.imodel4j.ecsql.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The types that functions give, observed at the reference: a few are declared, the rest have the type of their first
 * argument that has one.
 */
final class FunctionTypes {
    private static final Map<String, ValueType.Primitive> DECLARED = new HashMap<>();

    static {
        declare(
                ValueType.STRING,
                "char date datetime time group_concat hex json json_array json_extract json_group_array json_group_object "
                        + "json_insert json_object json_quote json_remove json_replace json_set json_type lower ltrim rtrim "
                        + "trim upper printf quote replace strftime substr substring sqlite_version "
                        + "sqlite_source_id typeof ec_classname guidtostr idtohex xmlcatojson "
                        + "sqlite_compileoption_get");
        declare(
                ValueType.BOOLEAN,
                "glob like match regexp json_valid invirtualset any some every sqlite_compileoption_used "
                        + "dgn_spatial_overlap_aabb");
        declare(
                ValueType.DOUBLE,
                "avg total julianday round cume_dist percent_rank pi imodel_angles_maxdiff imodel_angles_value "
                        + "imodel_bbox_areaxy imodel_bbox_volume imodel_bbox_width imodel_bbox_height imodel_bbox_depth "
                        + "imodel_bbox_value imodel_point_distance imodel_point_value "
                        + "imodel_point_min_distance_to_bbox imodel_spatial_overlap_aabb");
        declare(
                ValueType.LONG,
                "count length changes total_changes unicode random row_number rank dense_rank ec_classid "
                        + "ec_instanceof hextoid json_array_length imodel_bbox_contains imodel_bbox_overlaps");
        declare(ValueType.INTEGER, "instr");
        declare(ValueType.ID, "last_insert_rowid");
        declare(
                ValueType.BINARY,
                "randomblob zeroblob strtoguid imodel_point imodel_angles imodel_bbox imodel_placement "
                        + "imodel_placement_aabb imodel_bbox_union imodel_placement_angles imodel_placement_eabb "
                        + "imodel_placement_origin");
    }

    private FunctionTypes() {}

    private static void declare(ValueType.Primitive type, String names) {
        for (String name : names.split(" ")) {
            DECLARED.put(name, type);
        }
    }

    /** The extended type that coordinates behind an alias have is theirs alone. */
    private static ValueType plain(ValueType type) {
        return type instanceof ValueType.Primitive primitive
                        && primitive.primitive() == PrimitiveType.DOUBLE
                        && "Id".equals(primitive.extendedType())
                ? ValueType.DOUBLE
                : type;
    }

    static ValueType of(String function, List<ResolvedExpression> arguments) {
        if (!arguments.isEmpty() && arguments.get(0).type() instanceof ValueType.Dynamic) {
            return arguments.size() == 1 ? ValueType.DYNAMIC : ValueType.STRING;
        }
        String name = function.toLowerCase(Locale.ROOT);
        ValueType.@Nullable Primitive declared = DECLARED.get(name);
        if (declared == null && name.startsWith("dgn_")) {
            declared = DECLARED.get("imodel_" + name.substring("dgn_".length()));
        }
        if (declared != null) {
            return declared;
        }
        for (ResolvedExpression argument : arguments) {
            ValueType type = plain(argument.type());
            if (type instanceof ValueType.Primitive || type instanceof ValueType.Unknown) {
                return type;
            }
        }
        return ValueType.DOUBLE;
    }
}
