package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.host.rpc.NotOffered;
import org.imodel4j.host.rpc.RpcCaching;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;

/** IModelReadRpcInterface of 2.x and of 3.x and later. */
public final class ReadInterface {
    private static final RpcCaching KEEP = RpcCaching.IMMUTABLE;

    private ReadInterface() {}

    /** The interface in all versions. */
    public static List<RpcInterface> all() {
        QueryOperations queries = new QueryOperations();
        return List.of(three(queries), two(queries));
    }

    private static RpcInterface three(QueryOperations queries) {
        RpcInterface.Builder read = RpcInterface.named("IModelReadRpcInterface", "3.8.0")
                .operation("getConnectionProps", RpcCaching.SHARED, OpenOperations::getConnectionProps)
                .operation("queryRows", queries::queryRows)
                .operation("queryBlob", BlobQuery::answer)
                .operation("querySubCategories", KEEP, CategoryOperations::querySubCategories)
                .operation(
                        "queryAllUsedSpatialSubCategories", KEEP, CategoryOperations::queryAllUsedSpatialSubCategories)
                .operation("queryModelExtents", KEEP, ModelOperations::queryModelExtents)
                .operation("hydrateViewState", KEEP, ViewOperations::hydrateViewState)
                .operation("getCustomViewState3dData", KEEP, ViewOperations::getCustomViewState3dData)
                .operation("readFontJson", MetadataOperations::readFontJson)
                .operation("queryTextureData", TextureOperations::queryTextureData)
                .operation("callViewStore", ViewStoreOperation::call)
                .operation("getIModelCoordinatesFromGeoCoordinates", GeoCoordinates::toIModel)
                .operation("getGeoCoordinatesFromIModelCoordinates", KEEP, GeoCoordinates::toGeo);
        shared(read);
        return NotOffered.addTo(
                        read,
                        "requestSnap",
                        "getGeometryContainment",
                        "getMassProperties",
                        "getMassPropertiesPerCandidate",
                        "getGeometrySummary",
                        "generateElementMeshes")
                .build();
    }

    private static RpcInterface two(QueryOperations queries) {
        RpcInterface.Builder read = RpcInterface.named("IModelReadRpcInterface", "2.3.1")
                .operation("openForRead", OpenOperations::openForRead)
                .operation("close", call -> RpcResult.bool(true))
                .operation("queryRows", queries::queryRowsOf2x)
                .operation("readFontJson", MetadataOperations::readFontJsonOf2x)
                .operation("getTextureImage", TextureOperations::getTextureImage)
                .operation("getIModelCoordinatesFromGeoCoordinates", GeoCoordinates::toIModel)
                .operation("getGeoCoordinatesFromIModelCoordinates", GeoCoordinates::toGeo);
        shared(read);
        return NotOffered.addTo(
                        read, "requestSnap", "getGeometryContainment", "getMassProperties", "getGeometrySummary")
                .build();
    }

    /** What has the same arguments and results in all generations. */
    private static void shared(RpcInterface.Builder read) {
        read.operation("getModelProps", KEEP, ModelOperations::getModelProps)
                .operation("queryModelRanges", KEEP, ModelOperations::queryModelRanges)
                .operation("queryModelProps", ModelOperations::queryModelProps)
                .operation("getElementProps", ElementOperations::getElementProps)
                .operation("queryElementProps", ElementOperations::queryElementProps)
                .operation("queryEntityIds", ElementOperations::queryEntityIds)
                .operation("loadElementProps", ElementOperations::loadElementProps)
                .operation("getClassHierarchy", KEEP, MetadataOperations::getClassHierarchy)
                .operation("getAllCodeSpecs", MetadataOperations::getAllCodeSpecs)
                .operation("getViewStateData", KEEP, ViewOperations::getViewStateData)
                .operation("getDefaultViewId", KEEP, ViewOperations::getDefaultViewId)
                .operation("getViewThumbnail", ViewOperations::getViewThumbnail)
                .operation("getToolTipMessage", ViewOperations::getToolTipMessage)
                .operation("cancelSnap", call -> RpcResult.nothing());
    }
}
