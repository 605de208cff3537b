package org.imodel4j.cli.shell;

import java.util.List;

/** The functions that completion offers, spelled as the documentation of iTwin.js and of SQLite spells them. */
final class FunctionNames {
    static final List<String> ALL = List.of(
            ("ABS AVG CHAR COALESCE COUNT CUME_DIST DATE DATETIME DENSE_RANK ec_classid ec_classname ec_instanceof "
                            + "FIRST_VALUE GLOB GROUP_CONCAT GuidToStr HEX HexToId IdToHex IFNULL iModel_angles "
                            + "iModel_angles_maxdiff iModel_angles_value iModel_bbox iModel_bbox_areaxy "
                            + "iModel_bbox_contains iModel_bbox_depth iModel_bbox_height iModel_bbox_overlaps "
                            + "iModel_bbox_union iModel_bbox_value iModel_bbox_volume iModel_bbox_width "
                            + "iModel_placement iModel_placement_aabb iModel_placement_angles iModel_placement_eabb "
                            + "iModel_placement_origin iModel_point iModel_point_distance "
                            + "iModel_point_min_distance_to_bbox iModel_point_value INSTR "
                            + "JSON JSON_ARRAY JSON_ARRAY_LENGTH JSON_EXTRACT JSON_GROUP_ARRAY JSON_GROUP_OBJECT "
                            + "JSON_OBJECT JSON_TYPE JSON_VALID JULIANDAY LAG LAST_VALUE LEAD LENGTH LOWER LTRIM MAX MIN "
                            + "NTILE NTH_VALUE NULLIF PERCENT_RANK PRINTF RANDOM RANK REPLACE ROUND ROW_NUMBER RTRIM "
                            + "STRFTIME StrToGuid SUBSTR SUM TIME TOTAL TRIM TYPEOF UNICODE UPPER xmlCAToJson")
                    .split(" "));

    private FunctionNames() {}
}
