import { frontendTests } from "./frontend.mjs";

frontendTests("2.19.53");
