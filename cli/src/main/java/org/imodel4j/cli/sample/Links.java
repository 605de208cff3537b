package org.imodel4j.cli.sample;

import java.time.LocalDate;
import java.util.List;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;

/** What is known about elements beside their own properties: groups, links to documents, aspects. */
final class Links {
    private static final long LINK_MODEL = 0xe;
    private static final String[] INSPECTORS = {"Amara", "Bence", "Chidi", "Dilan"};
    private static final LocalDate FIRST_INSPECTION = LocalDate.of(2023, 1, 9);

    private Links() {}

    static void group(Site site, String name, List<Long> members) {
        long group = site.element(Props.of("Generic:Group")
                .model(site.names().get("model:Groups"))
                .noCode()
                .label(name));
        int priority = 0;
        for (long member : members) {
            site.link(Props.of("BisCore:ElementGroupsMembers").put("memberPriority", priority++), group, member);
        }
    }

    static void warrant(Site site, long element) {
        aspect(
                site,
                element,
                Props.of("SampleBuilding:Warranty")
                        .put("provider", "Doors & Co.")
                        .put("years", 2 + site.random().nextInt(8)));
    }

    static void inspect(Site site, long element) {
        for (int year = 0; year < 2; year++) {
            LocalDate day =
                    FIRST_INSPECTION.plusYears(year).plusDays(site.random().nextInt(300));
            aspect(
                    site,
                    element,
                    Props.of("SampleBuilding:Inspection")
                            .put("on", day + "T09:30:00.000")
                            .put("inspector", INSPECTORS[site.random().nextInt(INSPECTORS.length)])
                            .put("isPassed", site.random().nextInt(10) > 0));
        }
    }

    private static void aspect(Site site, long element, Props props) {
        site.edits()
                .aspects()
                .insert(props.put(
                                "element",
                                JsonObject.builder()
                                        .put("id", Id64.toHex(element))
                                        .build())
                        .build());
    }

    /** The root subject has a link to where this comes from. */
    static void documents(Site site) {
        long link = site.element(Props.of("BisCore:UrlLink")
                .model(LINK_MODEL)
                .code(site.spec("LinkElement"), LINK_MODEL, "About the sample")
                .put("url", "https://www.itwinjs.org/")
                .put("description", "The library whose iModels these are"));
        site.link("BisCore:ElementHasLinks", Site.ROOT, link);
    }
}
