export type SignInKind = "all" | "signIns" | "denied" | "oldApps";
