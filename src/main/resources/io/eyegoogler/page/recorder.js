// Records a canvas as video, in whatever format the browser has.

const TYPES = ['video/mp4;codecs=avc1', 'video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];
const RATE = 30;
const BITS_PER_SECOND = 5_000_000;

/** Begins to record `canvas`; `stop()` of what is returned gives a promise of the video. */
export function recordCanvas(canvas) {
  const stream = canvas.captureStream(RATE);
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {mimeType, videoBitsPerSecond: BITS_PER_SECOND});
  const pieces = [];
  recorder.ondataavailable = ({data}) => pieces.push(data);
  const stopped = new Promise((done) => recorder.addEventListener('stop', done));
  recorder.start();
  return {
    async stop() {
      recorder.stop();
      await stopped;
      stream.getTracks().forEach((track) => track.stop());
      return new Blob(pieces, {type: recorder.mimeType.split(';')[0]});
    },
  };
}
