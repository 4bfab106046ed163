/**
 * How good the detector is, on any annotated photos: {@code make evaluate PHOTOS=dir}.
 *
 * <pre>
 * EvaluateCommand → AnnotationFile (photos as annotated)
 *                 → Evaluator: each photo → detector → PhotoScorer (ScoringRule: what counts as found, as right)
 *                 → Evaluation: Sample → Metric, Wilson, Bootstrap → Figures, overall and by Slice
 *                 → Floor; report: TerminalReport, JsonReport, HtmlReport
 * </pre>
 *
 * <p>The rule is all in {@link io.eyegoogler.evaluate.ScoringRule}; a new figure is one entry in
 * {@link io.eyegoogler.evaluate.Metric}; a new slice is a property in the annotations and needs no code.
 */
package io.eyegoogler.evaluate;
