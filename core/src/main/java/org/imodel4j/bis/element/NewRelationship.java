package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;

/** A relationship between two elements to be inserted that has a table of its own, its own members given by name. */
public final class NewRelationship extends NewEntity<NewRelationship> {
    private NewRelationship(JsonObject props) {
        super(props);
    }

    @Override
    NewRelationship copy(JsonObject changed) {
        return new NewRelationship(changed);
    }

    /** @param classFullName {@code Schema:Class} of one derived from {@code BisCore:ElementRefersToElements}, which itself has no instances */
    public static NewRelationship of(String classFullName, long sourceId, long targetId) {
        return new NewRelationship(begin(classFullName)
                .put("sourceId", id(sourceId))
                .put("targetId", id(targetId))
                .build());
    }

    /** That a group has a member. */
    public static NewRelationship elementGroupsMembers(long groupId, long memberId, int memberPriority) {
        return of("BisCore:ElementGroupsMembers", groupId, memberId).with("memberPriority", memberPriority);
    }
}
