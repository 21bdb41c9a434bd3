package watchnext.funnel;

import watchnext.catalog.Catalog;
import watchnext.ranking.RankingStage;
import watchnext.reranking.Reranker;
import watchnext.reranking.VideoSimilarity;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retriever;

/**
 * Everything that answers requests, under one version: it is replaced as a whole or not at all, so
 * a request never meets an index of one night and a ranker of another. Made by {@code
 * assembly.Assembly}. <i>Immutable.</i>
 *
 * @param version name of the snapshot
 * @param catalog users and videos
 * @param retrieval stage 1
 * @param ranking stage 2
 * @param reranking stage 3
 * @param fallback what a user gets of whom nothing is known
 * @param similarity likeness of videos, for diversity and for reasons
 */
public record Stages(
    String version,
    Catalog catalog,
    RetrievalStage retrieval,
    RankingStage ranking,
    Reranker reranking,
    Retriever fallback,
    VideoSimilarity similarity) {}
