import { frontendTests } from "./frontend.mjs";

frontendTests("5.9.2");
