import { frontendTests } from "./frontend.mjs";

frontendTests("3.8.0");
