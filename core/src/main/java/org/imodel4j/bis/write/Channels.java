package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The channels of an iModel: parts that only those change who say which they mean, as in iTwin.js. An element with a ChannelRootAspect makes
 * a channel of itself and all below it; all else is the shared channel. Inserting, updating and deleting elements, models and aspects is refused
 * with NotEnabled where the channel of their model is not allowed; iTwin.js has an error without a number there. Used by the owner of the file.
 *
 * <p>Only the shared channel is allowed at first.
 */
public final class Channels {
    /** The key of the shared channel. */
    public static final String SHARED = ChannelGate.SHARED;

    private final EditContext context;
    private final ElementEdits elements;
    private final AspectEdits aspects;

    Channels(EditContext context, ElementEdits elements, AspectEdits aspects) {
        this.context = context;
        this.elements = elements;
        this.aspects = aspects;
    }

    /** Allows edits of a channel, whether there is one or not. */
    public void allow(String key) {
        context.channels().allow(key);
    }

    public void disallow(String key) {
        context.channels().disallow(key);
    }

    public boolean isAllowed(String key) {
        return context.channels().isAllowed(key);
    }

    /**
     * The key of the channel that an element lies in.
     *
     * @throws IModelException NotFound when there is no such element
     */
    public String keyOf(long elementId) {
        return context.channels().keyOf(elementId);
    }

    /** The element that is the root of a channel; 0 when there is no such channel. The root of the shared one is the root subject. */
    public long channelRoot(String key) {
        return context.channels().root(key);
    }

    /**
     * Makes an element the root of a new channel. It stays where it is, so its own changes are those of the channel around.
     *
     * @throws IModelException BadRequest for an element in another than the shared channel, DuplicateName when the channel has a root, NotFound when there
     *     is no such element, NotEnabled when the shared channel is not allowed
     */
    public void makeRoot(long elementId, String key) {
        String around = keyOf(elementId);
        if (!around.equals(SHARED)) {
            throw Refusal.of(Status.BAD_REQUEST, "Channels do not nest", elementId)
                    .with("channel", around);
        }
        requireNew(key);
        long unused = aspects.insert(JsonObject.builder()
                .put("classFullName", "BisCore:" + ChannelGate.ROOT_ASPECT)
                .put("element", related(elementId, "BisCore:ElementOwnsChannelRootAspect"))
                .put("owner", key)
                .build());
    }

    private void requireNew(String key) {
        long root = channelRoot(key);
        if (root != 0) {
            throw Refusal.of(Status.DUPLICATE_NAME, "The channel has a root", root)
                    .with("channel", key);
        }
    }

    private static JsonObject related(long id, String relClassName) {
        return JsonObject.builder()
                .put("id", Id64.toHex(id))
                .put("relClassName", relClassName)
                .build();
    }

    /**
     * Inserts a subject that is the root of a new channel.
     *
     * @param parent a subject, such as the root subject 1
     * @return the id of the subject
     * @throws IModelException as {@link #makeRoot} and {@link ElementEdits#insert(JsonObject)}; nothing is inserted then
     */
    public long insertSubject(long parent, String name, String key, @Nullable String description) {
        requireNew(key);
        JsonObject code = JsonObject.builder()
                .put("spec", Id64.toHex(context.codeSpec("bis:Subject")))
                .put("scope", Id64.toHex(parent))
                .put("value", name)
                .build();
        JsonObject props = JsonObject.builder()
                .put("classFullName", "BisCore:Subject")
                .put("model", Id64.toHex(ModelFacts.REPOSITORY))
                .put("parent", related(parent, "BisCore:SubjectOwnsSubjects"))
                .put("code", code)
                .putIfPresent("description", description)
                .build();
        context.transaction().begin();
        return context.atomically(() -> {
            long subject = elements.insert(props);
            makeRoot(subject, key);
            return subject;
        });
    }
}
