package org.imodel4j.cli.sample;

/** The subjects of the iModel and the models that their contents go into. */
final class Frame {
    private final Site site;

    private Frame(Site site) {
        this.site = site;
    }

    static void make(Site site) {
        Frame frame = new Frame(site);
        long office = frame.subject(Site.ROOT, "Office park");
        for (int i = 0; i < site.size().buildings(); i++) {
            long subject = frame.subject(office, Building.name(i));
            frame.model("Physical", subject, "Construction", "model:" + Building.name(i));
        }
        long garden = frame.subject(Site.ROOT, "Garden");
        frame.model("Physical", garden, "Exhibits", "model:Garden");
        long documents = frame.partition("BisCore:DocumentPartition", Site.ROOT, "Documents");
        site.names().put("model:Documents", site.model("BisCore:DocumentListModel", documents));
        long groups = frame.partition("BisCore:GroupInformationPartition", Site.ROOT, "Groups");
        site.names().put("model:Groups", site.model("Generic:GroupModel", groups));
    }

    private long subject(long parent, String name) {
        return site.element(Props.of("BisCore:Subject")
                .model(Site.ROOT)
                .parent(parent, "BisCore:SubjectOwnsSubjects")
                .code(site.spec("Subject"), parent, name));
    }

    private long partition(String classFullName, long subject, String name) {
        return site.element(Props.of(classFullName)
                .model(Site.ROOT)
                .parent(subject, "BisCore:SubjectOwnsPartitionElements")
                .code(site.spec("InformationPartitionElement"), subject, name));
    }

    private void model(String kind, long subject, String name, String as) {
        long partition = partition("BisCore:" + kind + "Partition", subject, name);
        site.names().put(as, site.model("BisCore:" + kind + "Model", partition));
    }
}
