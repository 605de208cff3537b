package org.imodel4j.cli.bench;

import java.util.Map;

/** The ECSQL of the benchmark, letter for letter what the reference is measured with. */
final class Queries {
    static final String NARROW = "SELECT ECInstanceId, pStr, pInt FROM PerfDomain.PerfBase";

    static final String WIDE =
            "SELECT ECInstanceId, CodeValue, UserLabel, Model.Id, Category.Id, pStr, pInt, pLong, pDbl, pBool, "
                    + "pDate, pPt, pKind, pOwner.Id, LastMod FROM PerfDomain.PerfBase";

    static final String IDS = "SELECT ECInstanceId FROM PerfDomain.PerfBase";

    static final Map<String, String> BY_NAME = Map.of(
            "narrow",
            NARROW,
            "wide",
            WIDE,
            "join",
            "SELECT c.UserLabel, cat.CodeValue, m.ECInstanceId, e.pStr FROM PerfDomain.PerfBase e "
                    + "JOIN bis.SpatialCategory cat ON e.Category.Id=cat.ECInstanceId "
                    + "JOIN bis.PhysicalModel m ON e.Model.Id=m.ECInstanceId "
                    + "JOIN bis.Element c ON c.ECInstanceId=e.pOwner.Id WHERE e.pInt < 50",
            "agg",
            "SELECT e.ECClassId, e.Category.Id, COUNT(*), AVG(e.pDbl), MIN(e.pLong), MAX(e.LastMod) "
                    + "FROM PerfDomain.PerfBase e GROUP BY e.ECClassId, e.Category.Id ORDER BY 3 DESC",
            "polyfilter",
            "SELECT ECInstanceId, ECClassId, pStr, pDbl FROM PerfDomain.PerfBase "
                    + "WHERE ECClassId IS (PerfDomain.PerfA, PerfDomain.PerfC1) AND pDbl BETWEEN 100 AND 200",
            "like",
            "SELECT ECInstanceId, CodeValue FROM bis.Element WHERE CodeValue LIKE '%77%' ORDER BY CodeValue",
            "rel",
            "SELECT r.weight, s.pStr, t.pStr FROM PerfDomain.PerfConnects r "
                    + "JOIN PerfDomain.PerfBase s ON s.ECInstanceId=r.SourceECInstanceId "
                    + "JOIN PerfDomain.PerfBase t ON t.ECInstanceId=r.TargetECInstanceId WHERE r.weight>=5",
            "aspect",
            "SELECT a.[key], a.num, e.UserLabel FROM PerfDomain.PerfMultiAspect a "
                    + "JOIN bis.Element e ON e.ECInstanceId=a.Element.Id WHERE a.[key]='k1'");

    private Queries() {}
}
