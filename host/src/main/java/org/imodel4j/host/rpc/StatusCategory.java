package org.imodel4j.host.rpc;

/**
 * Which HTTP status an error number has in the second dialect: the table of {@code StatusCategory.for} of iTwin.js 5.9.
 *
 * <p>Frontends repeat requests that were answered with 408 or 429, so no error may have such a number unless it passes by itself.
 */
final class StatusCategory {
    private StatusCategory() {}

    static int httpStatus(int errorNumber) {
        return switch (errorNumber) {
            // IModelStatus
            case 65570, 65578, 65579, 65604 -> 204;
            case 65539,
                    65540,
                    65541,
                    65542,
                    65543,
                    65556,
                    65557,
                    65558,
                    65559,
                    65560,
                    65565,
                    65566,
                    65567,
                    65568,
                    65569,
                    65577,
                    65587,
                    65590,
                    65595,
                    65596,
                    65597,
                    65598,
                    65599,
                    65600,
                    65602,
                    65608 -> 400;
            case 65546, 65549, 65553, 65564, 65576, 65580, 65582, 65583, 65591, 65592, 65601 -> 403;
            case 65551, 65574, 65593 -> 404;
            case 65603 -> 408;
            case 65547, 65548, 65550, 65554, 65561 -> 409;
            case 65573 -> 422;
            case 65605, 65606 -> 501;
            // RpcInterfaceStatus
            case 135168 -> 403;
            // BriefcaseStatus
            case 131080 -> 400;
            case 131077 -> 404;
            case 131079 -> 410;
            // ChangeSetStatus
            case 90126 -> 204;
            case 90128, 90130, 90132, 90134, 90135, 90136, 90137 -> 400;
            case 90116 -> 404;
            case 90133 -> 409;
            case 90114 -> 422;
            // IModelHubStatus
            case 102402, 102403, 102406, 102435, 102657, 102658, 102659 -> 400;
            case 102404, 102405, 102408 -> 403;
            case 102407, 102411, 102424, 102425, 102427, 102431, 102432, 102433, 102447, 102449, 102451, 102662 -> 404;
            case 102663 -> 408;
            case 102410,
                    102419,
                    102420,
                    102421,
                    102422,
                    102423,
                    102426,
                    102428,
                    102430,
                    102438,
                    102439,
                    102441,
                    102450 -> 409;
            case 102660 -> 422;
            case 102417, 102418 -> 429;
            case 102661 -> 501;
            // GeoServiceStatus
            case 147457, 147458 -> 400;
            case 147462 -> 202;
            default -> 500;
        };
    }
}
