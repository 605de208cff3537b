import { frontendTests } from "./frontend.mjs";

frontendTests("5.13.3");
