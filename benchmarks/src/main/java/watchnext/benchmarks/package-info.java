/**
 * Latency and throughput on a CPU: JMH benchmarks of kernels, stages and the whole funnel. Read
 * {@link watchnext.benchmarks.FunnelBenchmark} first.
 */
@NullMarked
package watchnext.benchmarks;

import org.jspecify.annotations.NullMarked;
