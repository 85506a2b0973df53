<?php
// Installs WordPress without its wizard, and says as JSON what the tests need to know.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('PEER_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('PEER_URL'), PHP_URL_PORT);
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$database = new mysqli('127.0.0.1', 'root', '', '', (int) getenv('PEER_DB_PORT'));
$database->query('create database wordpress character set utf8mb4');
require getenv('PEER_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('La cantina di prova', 'marta', 'marta@cantina.example', true, '', 'vendemmia-di-prova');
switch_theme('prova');
update_option('comment_moderation', '1');
update_option('default_pingback_flag', '1');
update_option('default_ping_status', 'open');
update_option('timezone_string', 'Europe/Rome');
function person(string $login, string $role): int {
    return wp_insert_user(['user_login' => $login, 'user_pass' => wp_generate_password(), 'user_email' => "$login@cantina.example", 'role' => $role, 'display_name' => ucfirst($login)]);
}
function password_of(int $user): string {
    return WP_Application_Passwords::create_new_application_password($user, ['name' => 'Passaparola'])[0];
}
$people = ['marta' => 1, 'elena' => person('elena', 'editor'), 'luca' => person('luca', 'subscriber')];
$post = wp_insert_post(['post_title' => 'Il nostro Dolcetto', 'post_content' => 'Annata 2024.', 'post_status' => 'publish', 'post_author' => 1, 'comment_status' => 'open', 'ping_status' => 'open']);
echo json_encode([
    'post' => $post,
    'people' => array_map(fn ($id) => ['id' => $id, 'password' => password_of($id)], $people),
]);
