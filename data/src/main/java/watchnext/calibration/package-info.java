/**
 * The simulated world measured beside published figures of real logs: how far each is from the real
 * one, and why. Read {@link watchnext.calibration.Calibration} first.
 */
@NullMarked
package watchnext.calibration;

import org.jspecify.annotations.NullMarked;
