/* MediaPipe's own package.json leads no compiler to its files: as much of them as is used. */

declare module "*/tasks-vision/vision_bundle.mjs" {
  interface NormalizedLandmark {
    x: number;
    y: number;
    z: number;
    visibility: number;
  }
  export class PoseLandmarker {
    static createFromOptions(
      files: { wasmLoaderPath: string; wasmBinaryPath: string },
      options: {
        baseOptions: { modelAssetBuffer: Uint8Array; delegate: "CPU" | "GPU" };
        runningMode: "IMAGE";
        numPoses: number;
      },
    ): Promise<PoseLandmarker>;
    detect(picture: OffscreenCanvas): { landmarks: NormalizedLandmark[][] };
    close(): void;
  }
}

declare module "*/vision_wasm_module_internal.js" {
  const makeModule: unknown;
  export default makeModule;
}
