/**
 * EyeGoogler in Spark: functions for datasets and for SQL, in a jar of their own. Uses the library as any program does;
 * nothing of the library may depend on this package.
 */
package io.eyegoogler.spark;
