package org.imodel4j.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All workloads by their names, in the order of the protocol. */
final class Workloads {
    private Workloads() {}

    static Map<String, Workload> all() {
        Map<String, Workload> all = new LinkedHashMap<>();
        all.put("startup.ready", StartupWorkloads::measure);
        all.put("startup.query", StartupWorkloads::measure);
        all.put("footprint.disk", (name, settings) -> Footprint.measure(name));
        for (String size : List.of("small", "medium", "large")) {
            all.put("open.snapshot." + size, (name, settings) -> OpenWorkload.measure(name, settings, size));
        }
        CreateWorkloads.addTo(all);
        for (String size : List.of("medium", "large")) {
            for (String width : List.of("narrow", "wide")) {
                for (ScanWorkload.Way way : ScanWorkload.Way.values()) {
                    all.put("scan." + width + "." + way + "." + size, new ScanWorkload(width, way, size));
                }
            }
        }
        all.put("scan.first_row.large", ScanWorkload::firstRow);
        LookupWorkloads.addTo(all);
        for (String size : List.of("medium", "large")) {
            for (String query : List.of("join", "agg", "polyfilter", "like", "rel", "aspect")) {
                all.put("query." + query + "." + size, new QueryWorkload(query, size));
            }
        }
        all.put("query.prepare", QueryWorkload::prepare);
        WriteWorkloads.addTo(all);
        ExportWorkloads.addTo(all);
        IpcWorkloads.addTo(all);
        all.put("rss.idle", StartupWorkloads::idle);
        return all;
    }
}
